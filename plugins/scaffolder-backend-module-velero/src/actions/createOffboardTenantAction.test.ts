import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { Checkpoints, TaskRun } from '../__testUtils__/TaskRun';
import { TenantFixture, tenantInput } from '../__testUtils__/TenantFixture';
import { createOffboardTenantAction } from './createOffboardTenantAction';
import { examples } from './createOffboardTenantAction.examples';
import { createOnboardTenantAction } from './createOnboardTenantAction';

jest.setTimeout(60_000);

const SECRETS = {
  VELERO_CREDENTIALS_ACCESS_KEY_ID: 'sandbox',
  VELERO_CREDENTIALS_SECRET_ACCESS_KEY: 'sandbox',
};

const pace = { first: 20, last: 50 };

describe('velero:tenant:offboard', () => {
  const workspace = createMockDirectory();
  let fixture: TenantFixture;

  beforeEach(async () => {
    fixture = await TenantFixture.start();
  });

  afterEach(() => fixture?.stop());

  function newRun(checkpoints?: Checkpoints) {
    const { velero, owner } = fixture;
    return new TaskRun({
      action: createOffboardTenantAction({ velero, pace }),
      credentials: owner,
      checkpoints,
      workspacePath: workspace.path,
    });
  }

  async function onboard() {
    const { velero, owner } = fixture;
    const run = new TaskRun({
      action: createOnboardTenantAction({ velero, pace }),
      credentials: owner,
      workspacePath: workspace.path,
    });
    await run.run(tenantInput(), { secrets: SECRETS });
  }

  const inputOf = ({ example }: { example: string }) =>
    parse(example).steps[0].input;

  it('pauses what its example names, once, and tells until when backups live', async () => {
    await onboard();
    const checkpoints: Checkpoints = {};
    const run = newRun(checkpoints);
    await run.run(inputOf(examples[0]));
    expect(run.outputs).toMatchObject({
      clusters: [
        { cluster: 'eu', state: 'applied' },
        { cluster: 'us', state: 'applied' },
      ],
      schedules: expect.arrayContaining([
        {
          cluster: 'eu',
          title: 'Pause schedule payments--eu--all',
          message: 'It has no backups',
        },
      ]),
    });
    const again = newRun(checkpoints);
    await again.run(inputOf(examples[0]));
    expect(again.outputs.operationId).toBe(run.outputs.operationId);
  });

  it('only tells in a dry run what would be paused', async () => {
    await onboard();
    const run = newRun();
    await run.run(inputOf(examples[0]), { isDryRun: true });
    expect(run.outputs).toMatchObject({
      operationId: '',
      schedules: expect.arrayContaining([
        {
          cluster: 'us',
          title: 'Would pause schedule payments--us--all',
          message: 'It has no backups',
        },
      ]),
    });
    expect(run.lines).toContain(
      'eu: Would pause schedule payments--eu--all. It has no backups',
    );
    expect(
      JSON.stringify(fixture.sandbox.cluster('eu').objects.list('schedules')),
    ).not.toContain('paused');
  });

  it('tells when there is nothing to pause', async () => {
    await expect(newRun().run({ tenant: 'nobody' })).rejects.toThrow(
      "No schedule of a tenant 'nobody' of yours was found in any cluster",
    );
  });
});
