import { ClusterApi } from '../api/ClusterApi';
import { errorMessage } from '../api/errorMessage';
import { Clock } from '../clock/Clock';
import { Buckets } from '../objectstore/Buckets';
import { DownloadLinks } from '../objectstore/DownloadLinks';
import { SandboxTiming } from '../SandboxOptions';
import { startBackupDeletion } from './BackupDeletion';
import { startBackupQueue } from './BackupQueue';
import { startBackupRunner } from './BackupRunner';
import { startBackupSync } from './BackupSync';
import { startDownloads } from './Downloads';
import { startGarbageCollection } from './GarbageCollection';
import { startLocationValidation } from './LocationValidation';
import { startSchedules } from './Schedules';
import { startServerStatus } from './ServerStatus';
import { ResourceFeed } from './ResourceFeed';
import { ServerLog } from './ServerLog';
import { VeleroClient } from './VeleroClient';
import { VeleroContext } from './VeleroContext';
import { VeleroKinds } from './VeleroObjects';

export interface VeleroServerOptions {
  api: ClusterApi;
  namespace: string;
  timing: SandboxTiming;
  now: () => Date;
  buckets: Buckets;
  links: DownloadLinks;
}

const CONTROLLERS = [
  startBackupQueue,
  startBackupRunner,
  startSchedules,
  startLocationValidation,
  startBackupSync,
  startGarbageCollection,
  startBackupDeletion,
  startDownloads,
  startServerStatus,
];

/** Velero's server of one cluster. It can be killed and started again; what it had in hand is then lost. */
export class VeleroServer {
  /** What only the server's own log tells. */
  readonly log = new ServerLog();
  readonly #options: VeleroServerOptions;
  #clock?: Clock;
  #unsubscribe: (() => void)[] = [];

  constructor(options: VeleroServerOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#clock !== undefined;
  }

  start() {
    this.stop();
    const clock = new Clock(this.#options.now);
    this.#clock = clock;
    const feeds = new Map<string, ResourceFeed<keyof VeleroKinds>>();
    const context = this.#context(clock, feeds);
    for (const startController of CONTROLLERS) {
      startController(context);
    }
    this.#unsubscribe = [...feeds.values()].map(feed => feed.start());
  }

  /** As by a kill: nothing is finished or cleaned up. */
  stop() {
    this.#clock?.stop();
    this.#clock = undefined;
    this.#unsubscribe.forEach(unsubscribe => unsubscribe());
    this.#unsubscribe = [];
  }

  #context(
    clock: Clock,
    feeds: Map<string, ResourceFeed<keyof VeleroKinds>>,
  ): VeleroContext {
    const { api, namespace, timing, buckets, links } = this.#options;
    const { log } = this;
    const reactionMillis = timing.reaction;
    const guarded = (task: () => void) => () => this.#guard(task);
    return {
      api,
      client: new VeleroClient({ api, namespace }),
      clock,
      timing,
      buckets,
      links,
      log,
      feed: <K extends keyof VeleroKinds>(resource: K) => {
        const options = { api, clock, log, namespace, reactionMillis };
        const feed =
          feeds.get(resource) ?? new ResourceFeed<K>(resource, options);
        feeds.set(resource, feed as ResourceFeed<keyof VeleroKinds>);
        return feed as ResourceFeed<K>;
      },
      every: (millis, task) => {
        clock.every(millis, guarded(task));
      },
      after: (millis, task) => {
        clock.after(millis, guarded(task));
      },
    };
  }

  /** A task that fails must not end the others: a real server logs it and goes on. */
  #guard(task: () => void) {
    try {
      task();
    } catch (error) {
      this.log.error(errorMessage(error));
    }
  }
}
