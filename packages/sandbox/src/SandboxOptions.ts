import { SandboxUser } from './api/access/SandboxUser';
import { StoreCredential } from './objectstore/StoreCredential';
import { SandboxCluster } from './SandboxCluster';

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

export interface SandboxClusterOptions {
  name: string;
  /** Random when absent. */
  tokens?: { admin: string; portal: string };
  /** More users than the admin and the portal. */
  users?: SandboxUser[];
  veleroNamespace?: string;
  /** False leaves an API server whose objects nobody acts upon. */
  velero?: boolean;
  /** Puts in what is there from the start, before Velero starts. */
  populate?: (cluster: SandboxCluster) => void;
}

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  clusters: SandboxClusterOptions[];
  /** Gives each cluster a listener with TLS besides: kubectl and the like send no token over plain HTTP. */
  tls?: boolean;
  /** The buckets that exist. Clusters share them. */
  buckets?: string[];
  timing?: Partial<SandboxTiming>;
  /** What opens the buckets; the Secrets of locations must say the same. `sandbox` twice when absent. */
  credential?: StoreCredential;
  /** How many of the sandbox's seconds pass in one; 1 when absent. Its clock and all its waits go by that. */
  speed?: number;
  /** The time that the sandbox believes in. */
  now?: () => Date;
  /** How many changes of a resource a cluster remembers for watches and continued lists. */
  historyLimit?: number;
  /** How many changes may wait for a watcher that does not keep up, before it is dropped. */
  backlogLimit?: number;
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
