import { countAt } from './lenient';

/** How often something was tried, and how it went. Velero leaves out what is zero. @public */
export interface Tally {
  attempted: number;
  completed?: number;
  failed?: number;
}

/** What Velero counts beside the items of a backup or restore; absent where it tried nothing. @public */
export interface RunTallies {
  /** Snapshots by plugins of the provider. */
  nativeSnapshots?: Tally;
  csiSnapshots?: Tally;
  /** What plugins do on after the items were taken, as a data mover does. */
  operations?: Tally;
  hooks?: Tally;
}

/**
 * Reads what a Backup or Restore object of any Velero version counts, leniently.
 *
 * @param object - the custom resource as the API server gives it
 * @public
 */
export function readTallies(object: unknown): RunTallies {
  const count = (...path: string[]) => countAt(object, 'status', ...path);
  return withoutAbsent({
    nativeSnapshots: tally(count('volumeSnapshotsAttempted'), {
      completed: count('volumeSnapshotsCompleted') ?? 0,
    }),
    csiSnapshots: tally(count('csiVolumeSnapshotsAttempted'), {
      completed: count('csiVolumeSnapshotsCompleted') ?? 0,
    }),
    operations: operationsOf(count, 'backup') ?? operationsOf(count, 'restore'),
    hooks: tally(count('hookStatus', 'hooksAttempted'), {
      failed: count('hookStatus', 'hooksFailed') ?? 0,
    }),
  });
}

type Count = (...path: string[]) => number | undefined;

function operationsOf(count: Count, type: 'backup' | 'restore') {
  const operations = `${type}ItemOperations`;
  return tally(count(`${operations}Attempted`), {
    completed: count(`${operations}Completed`) ?? 0,
    failed: count(`${operations}Failed`) ?? 0,
  });
}

function tally(
  attempted: number | undefined,
  outcome: Omit<Tally, 'attempted'>,
): Tally | undefined {
  return attempted ? { attempted, ...outcome } : undefined;
}

function withoutAbsent(tallies: RunTallies): RunTallies {
  return Object.fromEntries(
    Object.entries(tallies).filter(([, value]) => value !== undefined),
  );
}
