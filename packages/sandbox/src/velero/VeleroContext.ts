import { ClusterApi } from '../api/ClusterApi';
import { Clock } from '../clock/Clock';
import { Buckets } from '../objectstore/Buckets';
import { DownloadLinks } from '../objectstore/DownloadLinks';
import { SandboxTiming } from '../SandboxOptions';
import { ResourceFeed } from './ResourceFeed';
import { ServerLog } from './ServerLog';
import { VeleroClient } from './VeleroClient';
import { VeleroKinds } from './VeleroObjects';

/** What the controllers of one Velero server share. */
export interface VeleroContext {
  api: ClusterApi;
  client: VeleroClient;
  /** Stops with the server. */
  clock: Clock;
  timing: SandboxTiming;
  buckets: Buckets;
  links: DownloadLinks;
  log: ServerLog;
  feed<K extends keyof VeleroKinds>(resource: K): ResourceFeed<K>;
  /** Runs on a grid from the server's start; a failure goes to the server's log. */
  every(millis: number, task: () => void): void;
  /** Runs once, later; a failure goes to the server's log. */
  after(millis: number, task: () => void): void;
}
