/** How fast a sandbox lives. The defaults are Velero's own; tests shorten them. All are milliseconds of its own time. */
export interface SandboxTiming {
  /** Between bookmarks of a watch. */
  bookmark: number;
  /** Between looks at which locations are to be synchronised with their buckets. */
  sync: number;
  /** Between looks at which schedules are due. */
  schedule: number;
  /** Between looks at the queue of backups, besides those when one ends. */
  queue: number;
  /** Between looks at which locations are to be validated. */
  validation: number;
  /** Between looks for expired backups. */
  garbageCollection: number;
  /** Between looks for requests whose time is over. */
  requestCleanup: number;
  /** From a change to Velero's answer to it. */
  reaction: number;
  /** How long a backup runs, besides its items: at least and at most. */
  backup: [number, number];
  /** How much longer it runs for each item. */
  backupItem: number;
  /** Between two reports of a running backup or restore. */
  progress: number;
  /** How long a restore takes for one item. */
  restoreItem: number;
  /** Between two attempts to read objects of which one cannot be decoded: at first, and at most. */
  relist: [number, number];
  /** How long a server that starts waits for such objects to go before it gives up. */
  cacheSync: number;
}

export const DEFAULT_TIMING: SandboxTiming = {
  bookmark: 60_000,
  sync: 60_000,
  schedule: 60_000,
  queue: 60_000,
  validation: 10_000,
  garbageCollection: 3_600_000,
  requestCleanup: 60_000,
  reaction: 5,
  backup: [200, 600],
  backupItem: 0.5,
  progress: 1_000,
  restoreItem: 18,
  relist: [1_000, 60_000],
  cacheSync: 120_000,
};
