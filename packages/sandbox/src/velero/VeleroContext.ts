import { ClusterApi } from '../api/ClusterApi';
import { errorMessage } from '../api/errorMessage';
import { Clock } from '../clock/Clock';
import { Buckets } from '../objectstore/Buckets';
import { DownloadLinks } from '../objectstore/DownloadLinks';
import { SandboxTiming } from '../clock/SandboxTiming';
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

const FIRST_RETRY_MILLIS = 5;
const LONGEST_RETRY_MILLIS = 1_000_000;

/** What the controllers of one Velero server share while it runs. */
export class VeleroContext {
  readonly api: ClusterApi;
  readonly client: VeleroClient;
  readonly timing: SandboxTiming;
  readonly clock: Clock;
  readonly buckets: Buckets;
  readonly links: DownloadLinks;
  readonly log: ServerLog;
  readonly #options: VeleroContextOptions;
  readonly #feeds = new Map<string, ResourceFeed<keyof VeleroKinds>>();

  constructor(options: VeleroContextOptions) {
    this.api = options.api;
    this.timing = options.timing;
    this.clock = options.clock;
    this.buckets = options.buckets;
    this.links = options.links;
    this.log = options.log;
    this.#options = options;
    this.client = new VeleroClient({
      ...options,
      staleList: resource => this.#staleList(resource),
    });
  }

  /** The changes of one resource; the same feed for all who ask. */
  readonly feed = <K extends keyof VeleroKinds>(
    resource: K,
  ): ResourceFeed<K> => {
    const { reaction, relist } = this.timing;
    const feed =
      this.#feeds.get(resource) ??
      new ResourceFeed<K>(resource, {
        ...this.#options,
        reactionMillis: reaction,
        relistMillis: relist,
      });
    this.#feeds.set(resource, feed as ResourceFeed<keyof VeleroKinds>);
    return feed as ResourceFeed<K>;
  };

  /** Runs at the server's start and on a grid from there; a failure goes to the server's log. */
  readonly every = (millis: number, task: () => void) => {
    this.clock.after(0, () => this.#guard(task));
    this.clock.every(millis, () => this.#guard(task));
  };

  /** Runs once, later; a failure goes to the server's log. */
  readonly after = (millis: number, task: () => void) => {
    this.clock.after(millis, () => this.#guard(task));
  };

  /** Runs at once, and again with growing gaps until it does not fail any more. */
  readonly insist = (task: () => void, gapMillis = FIRST_RETRY_MILLIS) => {
    if (!this.#guard(task)) {
      const next = Math.min(gapMillis * 2, LONGEST_RETRY_MILLIS);
      this.clock.after(gapMillis, () => this.insist(task, next));
    }
  };

  /** Lets the feeds that were asked for begin. The returned function ends them. */
  startFeeds(): () => void {
    const stops = [...this.#feeds.values()].map(feed => feed.start());
    return () => stops.forEach(stop => stop());
  }

  /** True once the server has read all that it looks after. */
  get synced(): boolean {
    return [...this.#feeds.values()].every(feed => feed.synced);
  }

  /** A server reads what it was told last; that is the same as what there is unless something hinders it. */
  #staleList<K extends keyof VeleroKinds>(resource: K) {
    const feed = this.#feeds.get(resource);
    return feed?.poisoned ? (feed.known() as VeleroKinds[K][]) : undefined;
  }

  /** A task that fails must not end the others: a real server logs it and goes on. */
  #guard(task: () => void): boolean {
    try {
      task();
      return true;
    } catch (error) {
      this.log.error(errorMessage(error));
      return false;
    }
  }
}
