import { ClusterError } from '../../clusters/ClusterError';
import { ListOptions } from '../../clusters/ClusterConnection';
import { contextOf } from '../__testUtils__/contextOf';
import { FirstBackupStep } from './FirstBackupStep';
import { CancelledError } from './Step';
import { StepRecord } from './StepRecord';

let hasMoved = false;

const step = new FirstBackupStep({
  isToBeNew: () => hasMoved,
  backup: {
    schedule: 'all',
    namespace: 'velero',
    name: 'all-first-one',
    labels: {},
    annotations: {},
    spec: {},
  },
  times: { limit: 200, poll: 1 },
});

function backup(name: string, phase: string | undefined) {
  return { metadata: { name }, status: { phase } };
}

/** Runs the step by a cluster that has backups, whose phases follow one another. */
async function runWith(
  phases: Record<string, Array<string | ClusterError>>,
  options: { record?: Partial<StepRecord>; isCancelled?: () => boolean } = {},
) {
  const made: string[] = [];
  const lists: ListOptions[] = [];
  const context = contextOf(
    {
      list: async list => {
        lists.push(list);
        const items = Object.entries(phases)
          .filter(([name]) => name !== 'all-first-one')
          .map(([name, [phase]]) => backup(name, String(phase)));
        return { items, resourceVersion: '1' };
      },
      create: async ({ name }) => {
        made.push(name);
        return backup(name, undefined);
      },
      get: async ({ name }) => {
        const left = phases[name] ?? [];
        const phase = left.length > 1 ? left.shift() : left[0];
        if (phase instanceof ClusterError) {
          throw phase;
        }
        if (phase === undefined) {
          throw new ClusterError('not-found', 'There is none');
        }
        return backup(name, phase);
      },
    },
    options,
  );
  return { result: await step.run(context), made, lists };
}

const OWN = 'all-first-one';

describe('FirstBackupStep', () => {
  it('makes a backup where the schedule has none, and waits for its end', async () => {
    const { result, made, lists } = await runWith({
      [OWN]: ['New', 'InProgress', 'Completed'],
    });
    expect(result).toEqual({ state: 'done', message: 'Completed' });
    expect(made).toEqual([OWN]);
    expect(lists).toMatchObject([
      {
        resource: 'backups',
        namespace: 'velero',
        labelSelector: 'velero.io/schedule-name=all',
      },
    ]);
  });

  it('makes none where the schedule has one that is complete', async () => {
    const { result, made } = await runWith({
      'all-1': ['Failed'],
      'all-2': ['InProgress'],
      'all-3': ['Completed'],
    });
    expect(result).toEqual({
      state: 'unchanged',
      message: 'Backup all-3 is there',
    });
    expect(made).toEqual([]);
  });

  it('makes one although others are listed when the location leads to another place', async () => {
    hasMoved = true;
    const { result, made } = await runWith({
      'all-1': ['Completed'],
      [OWN]: ['Completed'],
    });
    hasMoved = false;
    expect(result).toEqual({ state: 'done', message: 'Completed' });
    expect(made).toEqual([OWN]);
  });

  it('waits for one that is on its way', async () => {
    const { result, made } = await runWith({
      'all-1': ['Queued', 'InProgress', 'Completed'],
    });
    expect(result).toEqual({
      state: 'unchanged',
      message: 'Backup all-1 is there',
    });
    expect(made).toEqual([]);
  });

  it('makes one after one that was on its way has failed', async () => {
    const { result, made } = await runWith({
      'all-1': ['InProgress', 'PartiallyFailed'],
      [OWN]: ['Completed'],
    });
    expect(result).toMatchObject({ state: 'done' });
    expect(made).toEqual([OWN]);
  });

  it('makes none once it was cancelled', async () => {
    await expect(runWith({}, { isCancelled: () => true })).rejects.toThrow(
      CancelledError,
    );
  });

  it('leaves one that was begun before it was cancelled', async () => {
    const { result } = await runWith(
      { [OWN]: ['InProgress'] },
      { isCancelled: () => true, record: { before: null } },
    );
    expect(result).toMatchObject({
      state: 'done',
      message: 'It goes on; nobody waits for its end',
    });
  });

  it('goes on waiting when the cluster does not answer for a moment', async () => {
    const { result } = await runWith({
      [OWN]: [
        new ClusterError('unreachable', 'It answers 503'),
        'InProgress',
        new ClusterError('too-many-requests', 'It answers 429'),
        'Completed',
      ],
    });
    expect(result).toEqual({ state: 'done', message: 'Completed' });
  });

  it('says how it ended when that was not well', async () => {
    await expect(runWith({ [OWN]: ['PartiallyFailed'] })).rejects.toThrow(
      'The first backup ended PartiallyFailed',
    );
  });
});
