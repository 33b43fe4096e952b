import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { WatchEvent } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { applyEvent, isBookmark } from './applyEvent';
import { Limiter } from '../lib/Limiter';
import { ListReader } from './ListReader';
import { between, ListWatchTiming } from './ListWatchTiming';
import { openWatch } from './openWatch';
import { isBefore } from './resourceVersion';
import { RetrySchedule } from './RetrySchedule';
import { SinkBatch } from './SinkBatch';
import { ListWatchRunOptions } from './WatchTarget';

interface Options extends ListWatchRunOptions {
  limiter: Limiter;
  logger: LoggerService;
  timing: ListWatchTiming;
}

/** One run of a list-watch, with what it knows about the cluster. */
export class ListWatchRun {
  readonly #options: Options;
  readonly #reader: ListReader;
  readonly #retries: RetrySchedule;
  /** Up to where the sink has accepted everything. */
  #position?: string;
  #positionToldAt = 0;
  #listedAt?: number;
  #verifyAt: number;
  #loggedFailure?: string;

  constructor(options: Options) {
    this.#options = options;
    this.#reader = new ListReader(options);
    this.#retries = new RetrySchedule(options.timing);
    this.#position = options.resumeFrom;
    this.#verifyAt = this.#nextVerification();
  }

  async run(): Promise<void> {
    const { signal } = this.#options;
    while (!signal.aborted) {
      try {
        await this.#step();
      } catch (error) {
        if (!signal.aborted) {
          await this.#pauseAfter(error);
        }
      }
    }
  }

  async #step(): Promise<void> {
    const { sink, timing } = this.#options;
    if (this.#position === undefined) {
      sink.state({ state: 'listing' });
      await this.#awaitRelistInterval();
      await this.#list();
    } else if (timing.now() >= this.#verifyAt) {
      await this.#list();
    } else {
      await this.#follow(
        openWatch(this.#options, { resourceVersion: this.#position }),
      );
    }
  }

  /** A cluster that loses every position at once must not make us list it without end. */
  async #awaitRelistInterval(): Promise<void> {
    const { timing, signal } = this.#options;
    if (this.#listedAt !== undefined) {
      const due = this.#listedAt + timing.relistInterval;
      await timing.wait(Math.max(0, due - timing.now()), signal);
    }
  }

  async #list(): Promise<void> {
    const { limiter, signal } = this.#options;
    // Set first, because a verification that fails must not keep the watch from going on.
    this.#verifyAt = this.#nextVerification();
    const release = await limiter.acquire(signal);
    const onListed = async (resourceVersion: string) => {
      await this.#endList(resourceVersion);
      release();
    };
    try {
      await this.#follow(this.#reader.read(onListed));
    } finally {
      release();
    }
  }

  async #endList(resourceVersion: string): Promise<void> {
    const { sink, timing } = this.#options;
    await sink.endList(resourceVersion);
    this.#position = resourceVersion;
    this.#listedAt = timing.now();
    this.#succeed();
    sink.state({ state: 'watching', at: timing.now() });
  }

  /** Hands on changes until the stream ends. A stream that has lived for a while may also break: it is just resumed. */
  async #follow(stream: AsyncIterable<WatchEvent[]>): Promise<void> {
    const { now, shortWatch } = this.#options.timing;
    let openedAt: number | undefined;
    let isFruitful = false;
    try {
      for await (const events of stream) {
        openedAt ??= now();
        await this.#applyChanges(events);
        isFruitful ||= events.length > 0;
      }
    } catch (error) {
      const isOld = openedAt !== undefined && now() - openedAt >= shortWatch;
      if (!isUnreachable(error) || !isOld) {
        throw error;
      }
    }
    if (openedAt !== undefined && !isFruitful) {
      this.#assertPlausible(now() - openedAt);
    }
    this.#succeed();
  }

  /** Whether a watch may have told nothing in its life. */
  #assertPlausible(life: number) {
    const { shortWatch, fruitlessWatch } = this.#options.timing;
    if (life < shortWatch) {
      throw new ClusterError('unreachable', 'The cluster ends watches at once');
    }
    if (life >= fruitlessWatch) {
      throw new ClusterError('expired', 'The cluster tells nothing any more');
    }
  }

  async #applyChanges(events: WatchEvent[]): Promise<void> {
    const { sink, timing } = this.#options;
    const batch = new SinkBatch(sink);
    for (const event of events) {
      this.#assertOnward(event);
      await applyEvent(event, batch);
    }
    await batch.flush();
    if (events.length > 0) {
      await this.#advance(events);
    }
    sink.state({ state: 'watching', at: timing.now() });
  }

  /** An API server whose database was restored counts resource versions from an earlier point again. */
  #assertOnward(event: WatchEvent) {
    const { resourceVersion } = event.object.metadata;
    if (
      event.type === 'BOOKMARK' &&
      isBefore(resourceVersion, this.#position)
    ) {
      throw new ClusterError('expired', 'The cluster has gone back in time');
    }
  }

  async #advance(events: WatchEvent[]): Promise<void> {
    const { sink, timing } = this.#options;
    const position = events.at(-1)?.object.metadata.resourceVersion;
    this.#succeed();
    if (!position) {
      return;
    }
    this.#position = position;
    const isDue =
      timing.now() - this.#positionToldAt >= timing.positionInterval;
    if (isDue || events.some(isBookmark)) {
      await sink.position(position);
      this.#positionToldAt = timing.now();
    }
  }

  #succeed() {
    this.#retries.succeed();
    this.#loggedFailure = undefined;
  }

  async #pauseAfter(error: unknown): Promise<void> {
    const { sink, timing, signal } = this.#options;
    const milliseconds = this.#retries.fail(error);
    if (error instanceof ClusterError && error.kind === 'expired') {
      this.#position = undefined;
    } else {
      const { kind, message } = this.#explain(error);
      sink.state({
        state: 'failing',
        kind,
        reason: message,
        since: this.#retries.failingSince,
        retryAt: timing.now() + milliseconds,
      });
    }
    await timing.wait(milliseconds, signal);
  }

  /** What the sink throws is for the log; readers have to know that changes are not taken. */
  #explain(error: unknown): ClusterError {
    if (error instanceof ClusterError) {
      return error;
    }
    this.#logFailure(toError(error));
    const { resource } = this.#options;
    return new ClusterError(
      'malformed',
      `The portal cannot take changes of ${resource}; its log says why`,
    );
  }

  #logFailure({ message }: Error) {
    const { logger, resource } = this.#options;
    if (message !== this.#loggedFailure) {
      logger.error(`Changes of ${resource} are not taken: ${message}`);
      this.#loggedFailure = message;
    }
  }

  #nextVerification(): number {
    const { now, random, verifyAfter } = this.#options.timing;
    return now() + between(verifyAfter, random);
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ClusterError && error.kind === 'unreachable';
}
