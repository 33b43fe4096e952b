import { createMockDirectory } from '@backstage/backend-test-utils';
import { BackupDetails, BackupRequest } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { parse } from 'yaml';
import { Checkpoints, TaskRun } from '../__testUtils__/TaskRun';
import { TenantFixture } from '../__testUtils__/TenantFixture';
import { createBackupAction } from './createBackupAction';
import { examples } from './createBackupAction.examples';

jest.setTimeout(60_000);

const INPUT = {
  entityRef: 'component:default/payments-api',
  cluster: 'eu',
  namespaces: ['payments'],
};

/** What the first run began, as its checkpoint keeps it. */
function firstOf(checkpoints: Checkpoints) {
  const keys = Object.keys(checkpoints);
  return checkpoints[keys.find(key => /^backup-[0-9a-f]+$/.test(key))!];
}

describe('velero:backup:create', () => {
  const workspace = createMockDirectory();
  let fixture: TenantFixture;

  beforeAll(async () => {
    fixture = await TenantFixture.start();
  });

  afterAll(() => fixture?.stop());

  function newRun(
    options: {
      checkpoints?: Checkpoints;
      velero?: Partial<VeleroService>;
    } = {},
  ) {
    const { owner, velero } = fixture;
    const service: VeleroService = {
      getBackupOptions: (...args) => velero.getBackupOptions(...args),
      createBackup: (...args) => velero.createBackup(...args),
      getBackup: (...args) => velero.getBackup(...args),
      ...options.velero,
    } as VeleroService;
    return new TaskRun({
      action: createBackupAction({
        velero: service,
        pace: { first: 20, last: 50 },
      }),
      credentials: owner,
      checkpoints: options.checkpoints,
      workspacePath: workspace.path,
    });
  }

  const made = () =>
    fixture.sandbox
      .cluster('eu')
      .objects.list('backups')
      .map(({ metadata }) => metadata.name);

  /** What the backend says of a backup that ended otherwise. */
  const ended = (details: Partial<BackupDetails>) => ({
    getBackup: async () =>
      ({
        name: 'payments-api-eu-1',
        lifecycle: 'finished',
        validationErrors: [],
        ...details,
      } as unknown as BackupDetails),
  });

  it.each(examples)('can do its example: $description', async ({ example }) => {
    const run = newRun();
    await run.run(parse(example).steps[0].input);
    expect(made()).toContain(run.outputs.name);
  });

  it('waits for the end, and tells each phase once', async () => {
    const run = newRun();
    await run.run(INPUT);
    expect(run.outputs).toMatchObject({
      cluster: 'eu',
      veleroNamespace: 'velero',
      phase: 'Completed',
    });
    const { name } = run.outputs;
    expect(
      run.lines.filter(line => line === `Backup ${name}: Completed`),
    ).toHaveLength(1);
  });

  it('makes nothing in a dry run', async () => {
    const before = made();
    const run = newRun();
    await run.run(INPUT, { isDryRun: true });
    expect(run.outputs).toMatchObject({ name: '', storageLocation: 'default' });
    expect(made()).toEqual(before);
  });

  it.each([
    [{ namespaces: ['shop'] }, /^Namespace 'shop': /],
    [{ storageLocation: 'lost' }, /^Storage location 'lost': /],
    [{ cluster: 'mars' }, /^No backup of .* in cluster 'mars'$/],
  ])('says in a dry run what is wrong with %j', async (change, expected) => {
    const run = newRun().run({ ...INPUT, ...change }, { isDryRun: true });
    await expect(run).rejects.toThrow(expected);
  });

  it('asks for the same backup again when the answer was lost, also in a later run', async () => {
    const checkpoints: Checkpoints = {};
    const before = made().length;
    const requests: BackupRequest[] = [];
    const lost = newRun({
      checkpoints,
      velero: {
        createBackup: async (entityRef, request, options) => {
          requests.push(request);
          await fixture.velero.createBackup(entityRef, request, options);
          throw new TypeError('fetch failed');
        },
      },
    });
    await expect(lost.run(INPUT)).rejects.toThrow('fetch failed');
    expect(requests.length).toBeGreaterThan(1);
    expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(1);

    const again = newRun({ checkpoints });
    await again.run(INPUT);
    expect(again.outputs.phase).toBe('Completed');
    expect(made()).toHaveLength(before + 1);
  });

  it('goes on with the backup of an earlier run', async () => {
    const checkpoints: Checkpoints = {};
    const late = newRun({ checkpoints });
    await expect(late.run({ ...INPUT, timeout: '1ms' })).rejects.toThrow(
      /has not ended in time, and goes on/,
    );
    const again = newRun({ checkpoints });
    await again.run(INPUT);
    expect(firstOf(checkpoints)).toMatchObject({
      value: { name: again.outputs.name },
    });
  });

  it('makes another one when that of an earlier run has failed', async () => {
    const checkpoints: Checkpoints = {};
    const failed = { phase: 'Failed', outcome: 'failed' as const };
    const first = newRun({ checkpoints, velero: ended(failed) });
    await expect(first.run(INPUT)).rejects.toThrow(/has ended as Failed/);
    let asked = 0;
    const again = newRun({
      checkpoints,
      velero: {
        getBackup: (...args) => {
          asked += 1;
          return asked === 1
            ? ended(failed).getBackup()
            : fixture.velero.getBackup(...args);
        },
      },
    });
    await again.run(INPUT);
    const { name } = again.outputs;
    expect(firstOf(checkpoints)).not.toMatchObject({ value: { name } });
    expect(again.outputs.phase).toBe('Completed');
  });

  it.each([
    [
      { phase: 'Failed', outcome: 'failed', failureReason: 'no space left' },
      'Backup payments-api-eu-1 has ended as Failed: no space left',
    ],
    [
      {
        phase: 'FailedValidation',
        outcome: 'invalid',
        validationErrors: ['location is read-only'],
      },
      'has ended as FailedValidation: location is read-only',
    ],
    [
      { phase: 'PartiallyFailed', outcome: 'partial', errors: 3 },
      'has ended as PartiallyFailed: 3 errors',
    ],
  ] as const)('fails with %j', async (details, expected) => {
    const velero = ended(details as Partial<BackupDetails>);
    await expect(newRun({ velero }).run(INPUT)).rejects.toThrow(expected);
  });

  it('takes a backup that lacks some items when the input says so', async () => {
    const velero = ended({ phase: 'PartiallyFailed', outcome: 'partial' });
    const run = newRun({ velero });
    await run.run({ ...INPUT, acceptPartiallyFailed: true });
    expect(run.outputs.phase).toBe('PartiallyFailed');
  });

  it('stops waiting when the task is cancelled, and says that Velero goes on', async () => {
    const cancel = new AbortController();
    const velero = ended({ phase: 'InProgress', lifecycle: 'running' });
    const run = newRun({ velero }).run(INPUT, { signal: cancel.signal });
    setTimeout(() => cancel.abort(), 100);
    await expect(run).rejects.toThrow(
      /^The task was cancelled\. Velero goes on with backup /,
    );
  });

  it('tells what the backend refuses', async () => {
    const input = { ...INPUT, namespaces: ['shop'] };
    await expect(newRun().run(input)).rejects.toThrow(/shop/);
  });
});
