import { createMockDirectory } from '@backstage/backend-test-utils';
import { TaskRun } from '../__testUtils__/TaskRun';
import { TenantFixture, tenantInput } from '../__testUtils__/TenantFixture';
import { createOnboardTenantAction } from './createOnboardTenantAction';

jest.setTimeout(60_000);

const keyOf = (secret: string) => ({
  VELERO_CREDENTIALS_ACCESS_KEY_ID: 'sandbox',
  VELERO_CREDENTIALS_SECRET_ACCESS_KEY: secret,
});

describe('velero:tenant:onboard with a new key', () => {
  const workspace = createMockDirectory();
  let fixture: TenantFixture;

  beforeEach(async () => {
    fixture = await TenantFixture.start();
    await newRun().run(tenantInput(), { secrets: keyOf('sandbox') });
    fixture.replaceKey('canary-key');
  });

  afterEach(() => fixture?.stop());

  function newRun() {
    const { owner, velero } = fixture;
    const pace = { first: 20, last: 50 };
    return new TaskRun({
      action: createOnboardTenantAction({ velero, pace }),
      credentials: owner,
      workspacePath: workspace.path,
    });
  }

  const secretsIn = (cluster: string) =>
    fixture.namesIn(cluster).filter(name => name.startsWith('secrets/'));

  /** Names the digest that the action wants to be told. */
  async function refusedRun(input: object): Promise<string> {
    const { message } = await newRun()
      .run(input, { secrets: keyOf('canary-key') })
      .then(
        () => Promise.reject(new Error('The action has succeeded')),
        error => error as Error,
      );
    expect(message).toContain(
      'eu:   spec.credential.name: "payments--credentials--v1" → "payments--credentials--v2"',
    );
    expect(message).toContain('us: remove Secret payments--credentials--v1');
    expect(message).not.toContain('canary');
    return /accepted: ([0-9a-f]{64})$/.exec(message)![1];
  }

  it.each([
    ['nothing else', {}],
    // Of these the plan has a digest, too, and another one.
    ['schedules as well', { schedules: { all: { cron: '5 5 * * *' } } }],
  ])('replaces it in two runs, with %s', async (_what, changed) => {
    const input = { ...tenantInput(), ...changed };
    const accepted = await refusedRun(input);
    expect(secretsIn('eu')).toEqual(['secrets/payments--credentials--v1']);
    const run = newRun();
    await run.run({ ...input, accepted }, { secrets: keyOf('canary-key') });
    expect(run.outputs.summary).toBe('eu is applied\nus is applied');
    expect(secretsIn('eu')).toEqual(['secrets/payments--credentials--v2']);
  });

  it('tells what the key changes beside what was looked at in a plan', async () => {
    const schedules = { all: { cron: '5 5 * * *' } };
    const input = { ...tenantInput(), schedules };
    const dry = newRun();
    await dry.run(input, { isDryRun: true });
    const { digest } = dry.outputs;
    expect(await refusedRun({ ...input, accepted: digest })).not.toBe(digest);
  });
});
