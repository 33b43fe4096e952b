import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { VeleroClient } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { parse } from 'yaml';
import { TaskRun, Checkpoints } from '../__testUtils__/TaskRun';
import { TenantFixture, tenantInput } from '../__testUtils__/TenantFixture';
import { createOnboardTenantAction } from './createOnboardTenantAction';
import { examples } from './createOnboardTenantAction.examples';

jest.setTimeout(60_000);

const RIGHT = {
  VELERO_CREDENTIALS_ACCESS_KEY_ID: 'sandbox',
  VELERO_CREDENTIALS_SECRET_ACCESS_KEY: 'sandbox',
};

const WRONG = {
  ...RIGHT,
  VELERO_CREDENTIALS_SECRET_ACCESS_KEY: 'canary-secret-key',
};

describe('velero:tenant:onboard', () => {
  const workspace = createMockDirectory();
  let fixture: TenantFixture;

  beforeEach(async () => {
    fixture = await TenantFixture.start();
  });

  afterEach(() => fixture?.stop());

  function newRun(checkpoints?: Checkpoints, velero = fixture.velero) {
    const { owner } = fixture;
    return new TaskRun({
      action: createOnboardTenantAction({
        velero,
        pace: { first: 20, last: 50 },
      }),
      credentials: owner,
      checkpoints,
      workspacePath: workspace.path,
    });
  }

  const failureOf = (work: Promise<void>): Promise<Error> =>
    work.then(
      () => {
        throw new Error('The action has succeeded');
      },
      error => error,
    );

  it('gives a tenant its backups, and tells each step', async () => {
    const run = newRun();
    await run.run({ ...tenantInput(), firstBackup: true }, { secrets: RIGHT });
    expect(run.outputs).toEqual({
      operationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      clusters: [
        { cluster: 'eu', state: 'applied' },
        { cluster: 'us', state: 'applied' },
      ],
      locations: [
        { cluster: 'eu', name: 'payments--eu' },
        { cluster: 'eu', name: 'payments--us' },
        { cluster: 'us', name: 'payments--us' },
        { cluster: 'us', name: 'payments--eu' },
      ],
      schedules: expect.arrayContaining([
        { cluster: 'us', name: 'payments--us--volumes' },
      ]),
      summary: 'eu is applied\nus is applied',
      digest: '',
      entityRef: expect.stringMatching(
        /^resource:default\/backup-tenant-payments-[a-z0-9]{8}$/,
      ),
      links: [
        { title: 'Owner of payments', entityRef: 'group:default/payments' },
      ],
    });
    expect(fixture.namesIn('eu')).toHaveLength(1 + 2 + 4);
    const steps = run.lines.filter(line => line.endsWith(': done'));
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps).toContain('eu: Storage location payments--eu: done');
    expect(run.lines).toContain('eu: applied');
  });

  it.each(examples)('can do its example: $description', async ({ example }) => {
    const { steps } = parse(example);
    const run = newRun();
    await run.run(steps[0].input, { isDryRun: true });
    expect(run.outputs).toMatchObject({ operationId: '', digest: '' });
    expect(run.lines).toContain(
      'eu: create BackupStorageLocation payments--eu',
    );
  });

  it('writes nothing in a dry run, for which it needs no secrets', async () => {
    const checkpoints: Checkpoints = {};
    const run = newRun(checkpoints);
    await run.run(tenantInput(), { isDryRun: true, secrets: WRONG });
    expect(run.lines).toContain('us: create Schedule payments--us--all');
    expect(run.outputs.locations).toHaveLength(4);
    expect(fixture.namesIn('eu')).toEqual([]);
    expect(checkpoints).toEqual({});
  });

  it('goes on with the operation that an earlier run began, without secrets', async () => {
    const checkpoints: Checkpoints = {};
    const late = newRun(checkpoints);
    const { message } = await failureOf(
      late.run({ ...tenantInput(), timeout: '1ms' }, { secrets: RIGHT }),
    );
    expect(message).toMatch(/^Operation .* has not ended in time, and goes on/);
    const again = newRun(checkpoints);
    await again.run(tenantInput());
    expect(Object.values(checkpoints)).toEqual([
      {
        value: expect.objectContaining({
          operationId: again.outputs.operationId,
        }),
      },
    ]);
    expect(again.outputs.locations).toHaveLength(4);
  });

  it('takes everything back with a wrong key, tells what Velero says, and begins another operation when run again', async () => {
    const checkpoints: Checkpoints = {};
    const wrong = newRun(checkpoints);
    const error = await failureOf(wrong.run(tenantInput(), { secrets: WRONG }));
    expect(error.message).toMatch(
      /^Onboarding tenant 'payments' has failed:\neu is undone: Velero cannot use/,
    );
    expect(fixture.namesIn('eu')).toEqual([]);
    expect(fixture.namesIn('us')).toEqual([]);
    const traces = [wrong.lines, wrong.outputs, checkpoints, fixture.logged];
    expect(JSON.stringify([...traces, `${error.stack}`])).not.toContain(
      'canary',
    );
    expect(error.cause).toBeUndefined();

    const right = newRun(checkpoints);
    await right.run(tenantInput(), { secrets: RIGHT });
    expect(Object.keys(checkpoints)).toEqual([
      expect.stringMatching(/^operation-[0-9a-f]+$/),
      expect.stringMatching(/^operation-[0-9a-f]+-after-/),
    ]);
    expect(right.outputs.summary).toBe('eu is applied\nus is applied');
  });

  it('has everything taken back when the task is cancelled', async () => {
    const cancel = new AbortController();
    const run = newRun();
    const failure = failureOf(
      run.run(tenantInput(), { secrets: RIGHT, signal: cancel.signal }),
    );
    while (!run.lines.some(line => line.includes('is under way'))) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    cancel.abort();
    expect((await failure).message).toMatch(
      /^Onboarding tenant 'payments' was cancelled:/,
    );
    expect(fixture.namesIn('eu')).toEqual([]);
    expect(fixture.namesIn('us')).toEqual([]);
  });

  /** The backend as a task meets it whose sign-in has expired once its operation is begun. */
  function withExpiredSignIn(): VeleroService {
    const authorization = mockCredentials.user.invalidHeader();
    const port = fixture.backend.server.port();
    const expired = new VeleroClient({
      discoveryApi: {
        getBaseUrl: async () => `http://localhost:${port}/api/velero`,
      },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, { ...init, headers: { authorization } }),
      },
    });
    return Object.assign(Object.create(fixture.velero), {
      planTenant: fixture.velero.planTenant.bind(fixture.velero),
      onboardTenant: fixture.velero.onboardTenant.bind(fixture.velero),
      getOperation: (id: string) => expired.getOperation(id),
      cancelOperation: (id: string) => expired.cancelOperation(id),
    });
  }

  const SIGNED_OUT = /goes on.*: The sign-in .* Retry the task .*\(.*\)$/;

  it('says what to do when the sign-in expires meanwhile, and goes on with a new one', async () => {
    const checkpoints: Checkpoints = {};
    const late = newRun(checkpoints, withExpiredSignIn());
    const { message } = await failureOf(
      late.run(tenantInput(), { secrets: RIGHT }),
    );
    expect(message).toMatch(SIGNED_OUT);
    const again = newRun(checkpoints);
    await again.run(tenantInput());
    expect(message).toContain(String(again.outputs.operationId));
    expect(again.outputs.summary).toBe('eu is applied\nus is applied');
  });

  it('says that the operation goes on when an expired sign-in cannot cancel it', async () => {
    const cancel = new AbortController();
    const velero = withExpiredSignIn();
    const getOperation = fixture.velero.getOperation.bind(fixture.velero);
    const run = newRun({}, Object.assign(velero, { getOperation }));
    const failure = failureOf(
      run.run(tenantInput(), { secrets: WRONG, signal: cancel.signal }),
    );
    while (!run.lines.some(line => line.includes('is under way'))) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    cancel.abort();
    const { message } = await failure;
    expect(message).toMatch(/^The task was cancelled, but operation/);
    expect(message).toMatch(SIGNED_OUT);
  });

  it('begins nothing when the task was cancelled before', async () => {
    const run = newRun();
    const signal = AbortSignal.abort();
    await failureOf(run.run(tenantInput(), { secrets: RIGHT, signal }));
    expect(run.outputs).toEqual({});
    expect(fixture.namesIn('eu')).toEqual([]);
  });

  it('lists what is refused, where and what to do', async () => {
    const input = {
      ...tenantInput(),
      clusters: [{ cluster: 'eu', namespaces: ['shop'] }],
      schedules: { all: { keepFor: '30d' } },
    };
    const { message } = await failureOf(
      newRun().run(input, { secrets: RIGHT }),
    );
    expect(message.split('\n')).toEqual([
      'Refused, and nothing was written:',
      expect.stringMatching(/^- clusters\[0\]\.namespaces\[0\]: .*shop/),
      expect.stringMatching(/^- schedules\.all\.keepFor: .*720h/),
    ]);
  });

  it('names the secrets that the task lacks', async () => {
    const { message } = await failureOf(newRun().run(tenantInput()));
    expect(message).toContain(
      'VELERO_CREDENTIALS_ACCESS_KEY_ID (Access key ID), VELERO_CREDENTIALS_SECRET_ACCESS_KEY (Secret access key)',
    );
  });

  it('wants changes of what is there to be looked at, and says how', async () => {
    await newRun().run(tenantInput(), { secrets: RIGHT });
    const input = {
      ...tenantInput(),
      schedules: { all: { cron: '5 5 * * *' } },
    };
    const { message } = await failureOf(
      newRun().run(input, { secrets: RIGHT }),
    );
    expect(message).toContain(
      'eu: change Schedule payments--eu--all\neu:   spec.schedule: ',
    );
    const [, accepted] = /accepted: ([0-9a-f]{64})$/.exec(message)!;
    const dry = newRun();
    await dry.run(input, { isDryRun: true });
    expect(dry.outputs.digest).toBe(accepted);

    const run = newRun();
    await run.run({ ...input, accepted }, { secrets: RIGHT });
    expect(run.outputs.summary).toBe('eu is applied\nus is applied');
  });

  it('says when an operation for the same storage is under way already', async () => {
    // Velero is asked twice before a key counts as wrong, so that this one lasts.
    const first = newRun();
    const failing = failureOf(first.run(tenantInput(), { secrets: WRONG }));
    while (!first.lines.some(line => line.endsWith('is under way'))) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    const second = newRun().run(tenantInput(), { secrets: RIGHT });
    expect((await failureOf(second)).message).toContain(
      'is being worked on at this moment',
    );
    await failing;
  });

  it.each(['30d', '0s', '25h'])('does not wait for %s', async timeout => {
    const run = newRun().run({ ...tenantInput(), timeout });
    await expect(run).rejects.toThrow(/^timeout: /);
  });
});
