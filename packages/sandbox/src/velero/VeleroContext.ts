import { ClusterApi } from '../api/ClusterApi';
import { errorMessage } from '../api/errorMessage';
import { Clock } from '../clock/Clock';
import { Buckets } from '../objectstore/Buckets';
import { DownloadLinks } from '../objectstore/DownloadLinks';
import { SandboxTiming } from '../SandboxOptions';
import { ResourceFeed } from './ResourceFeed';
import { ServerLog } from './ServerLog';
import { VeleroClient } from './VeleroClient';
import { VeleroKinds } from './VeleroObjects';

export interface VeleroContextOptions {
  api: ClusterApi;
  namespace: string;
  timing: SandboxTiming;
  clock: Clock;
  buckets: Buckets;
  links: DownloadLinks;
  log: ServerLog;
}

/** What the controllers of one Velero server share while it runs. */
export class VeleroContext {
  readonly client: VeleroClient;
  readonly timing: SandboxTiming;
  readonly clock: Clock;
  readonly buckets: Buckets;
  readonly links: DownloadLinks;
  readonly log: ServerLog;
  readonly #options: VeleroContextOptions;
  readonly #feeds = new Map<string, ResourceFeed<keyof VeleroKinds>>();

  constructor(options: VeleroContextOptions) {
    this.client = new VeleroClient(options);
    this.timing = options.timing;
    this.clock = options.clock;
    this.buckets = options.buckets;
    this.links = options.links;
    this.log = options.log;
    this.#options = options;
  }

  /** The changes of one resource; the same feed for all who ask. */
  readonly feed = <K extends keyof VeleroKinds>(
    resource: K,
  ): ResourceFeed<K> => {
    const { reaction } = this.timing;
    const feed =
      this.#feeds.get(resource) ??
      new ResourceFeed<K>(resource, {
        ...this.#options,
        reactionMillis: reaction,
      });
    this.#feeds.set(resource, feed as ResourceFeed<keyof VeleroKinds>);
    return feed as ResourceFeed<K>;
  };

  /** Runs on a grid from the server's start; a failure goes to the server's log. */
  readonly every = (millis: number, task: () => void) => {
    this.clock.every(millis, () => this.#guard(task));
  };

  /** Runs once, later; a failure goes to the server's log. */
  readonly after = (millis: number, task: () => void) => {
    this.clock.after(millis, () => this.#guard(task));
  };

  /** Lets the feeds that were asked for begin. The returned function ends them. */
  startFeeds(): () => void {
    const stops = [...this.#feeds.values()].map(feed => feed.start());
    return () => stops.forEach(stop => stop());
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
