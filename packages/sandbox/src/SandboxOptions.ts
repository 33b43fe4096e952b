import { SandboxUser } from './api/access/SandboxUser';
import { StoreCredential } from './objectstore/StoreCredential';
import { SandboxCluster } from './SandboxCluster';
import { SandboxTiming } from './clock/SandboxTiming';

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
