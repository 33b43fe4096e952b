import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { TaskRun } from '../__testUtils__/TaskRun';
import { TenantFixture, tenantInput } from '../__testUtils__/TenantFixture';
import { createTenantManifestsAction } from './createTenantManifestsAction';
import { examples } from './createTenantManifestsAction.examples';

jest.setTimeout(60_000);

describe('velero:tenant:manifests', () => {
  const workspace = createMockDirectory();
  let fixture: TenantFixture;

  beforeAll(async () => {
    fixture = await TenantFixture.start();
  });

  beforeEach(() => workspace.clear());

  afterAll(() => fixture?.stop());

  function newRun(velero = fixture.velero) {
    return new TaskRun({
      action: createTenantManifestsAction({ velero }),
      credentials: fixture.owner,
      workspacePath: workspace.path,
    });
  }

  it.each(examples)('can do its example: $description', async ({ example }) => {
    const run = newRun();
    await run.run(parse(example).steps[0].input);
    const files = run.outputs.files as string[];
    expect(files.length).toBeGreaterThan(3);
    expect(run.outputs.preview).toContain('kind: BackupStorageLocation');
  });

  it('writes the files below the folder, and nothing into a cluster', async () => {
    const run = newRun();
    await run.run(
      { ...tenantInput(), targetPath: 'tenants/payments' },
      { secrets: { VELERO_CREDENTIALS_ACCESS_KEY_ID: 'canary' } },
    );
    const { tenants } = workspace.content() as Record<string, object>;
    expect(tenants).toMatchObject({
      payments: {
        base: { 'kustomization.yaml': expect.any(String) },
        overlays: { eu: { 'kustomization.yaml': expect.any(String) } },
      },
    });
    expect(run.outputs.files).toContain(
      'tenants/payments/overlays/eu/kustomization.yaml',
    );
    const traces = [tenants, run.lines, run.outputs];
    expect(JSON.stringify(traces)).not.toContain('canary');
    expect(fixture.namesIn('eu')).toEqual([]);
  });

  it.each(['../elsewhere', '/etc', 'tenants/../../elsewhere'])(
    'does not write to %s',
    async targetPath => {
      const run = newRun().run({ ...tenantInput(), targetPath });
      await expect(run).rejects.toThrow(/not allowed/);
      expect(workspace.content()).toEqual({});
    },
  );

  it('writes nothing at all when one of the files would be elsewhere', async () => {
    const { velero, owner } = fixture;
    const request = { ...tenantInput(), scope: 'tenant' as const };
    const answer = await velero.planTenant({ request }, { credentials: owner });
    const path = '../../elsewhere.yaml';
    const manifests = [...answer.manifests, { path, content: '' }];
    const run = newRun({
      ...velero,
      planTenant: async () => ({ ...answer, manifests }),
    }).run({ ...tenantInput(), targetPath: 'tenants' });
    await expect(run).rejects.toThrow(/not allowed/);
    expect(workspace.content()).toEqual({ tenants: {} });
  });

  it('lists what is refused', async () => {
    const input = { ...tenantInput(), schedules: { all: { cron: 'noon' } } };
    await expect(newRun().run(input)).rejects.toThrow(
      /^Refused, and nothing was written:\n- schedules\.all\.cron: /,
    );
    expect(workspace.content()).toEqual({});
  });
});
