import { readTallies, RunTallies } from './runTallies';

describe('readTallies', () => {
  it.each<[string, unknown, RunTallies]>([
    ['nothing', undefined, {}],
    ['a status without counts', { status: { phase: 'Completed' } }, {}],
    [
      'zero, which is as good as nothing',
      { status: { volumeSnapshotsAttempted: 0, hookStatus: {} } },
      {},
    ],
    [
      'counts that Velero left out, as they are zero',
      { status: { volumeSnapshotsAttempted: 2 } },
      { nativeSnapshots: { attempted: 2, completed: 0 } },
    ],
    [
      'all of a backup',
      {
        status: {
          csiVolumeSnapshotsAttempted: 3,
          csiVolumeSnapshotsCompleted: 2,
          backupItemOperationsAttempted: 4,
          backupItemOperationsCompleted: 3,
          backupItemOperationsFailed: 1,
          hookStatus: { hooksAttempted: 5, hooksFailed: 1 },
        },
      },
      {
        csiSnapshots: { attempted: 3, completed: 2 },
        operations: { attempted: 4, completed: 3, failed: 1 },
        hooks: { attempted: 5, failed: 1 },
      },
    ],
    [
      'operations of a restore',
      { status: { restoreItemOperationsAttempted: 1 } },
      { operations: { attempted: 1, completed: 0, failed: 0 } },
    ],
    [
      'odd values',
      { status: { hookStatus: 'x', volumeSnapshotsAttempted: '2' } },
      {},
    ],
  ])('reads %s', (_, object, expected) => {
    expect(readTallies(object)).toEqual(expected);
  });
});
