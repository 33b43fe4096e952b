import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { wait } from '../lib/wait';
import { Stores } from '../store/Stores';
import { restoreNotification } from './restoreNotification';

const MARK = 'restores';

/** Events that are looked at in one go. */
const PAGE = 100;

/** Milliseconds. */
const POLL = 2_000;

/** How often the same event is tried: a portal may have no notifications at all. */
const ATTEMPTS = 3;

/**
 * Tells people what happened to requests for restores. Whatever happens is in the history first, so that nothing is
 * forgotten when a replica ends; what is told twice takes the place of the first.
 */
export class RestoreNotifier {
  readonly #stores: Pick<Stores, 'notificationMarks' | 'restoreRequests'>;
  readonly #notifications: NotificationService;
  readonly #administrators: string[];
  readonly #logger: LoggerService;
  readonly #stopped = new AbortController();
  #failures = 0;
  #running?: Promise<void>;

  constructor(options: {
    stores: Pick<Stores, 'notificationMarks' | 'restoreRequests'>;
    notifications: NotificationService;
    administrators: string[];
    logger: LoggerService;
  }) {
    this.#stores = options.stores;
    this.#notifications = options.notifications;
    this.#administrators = options.administrators;
    this.#logger = options.logger;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async #run() {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const isMore = await this.#tell().catch(error => {
        this.#logger.warn(
          `People cannot be told of restores now: ${stringifyError(error)}`,
        );
        return false;
      });
      if (!isMore) {
        await wait(POLL, signal);
      }
    }
  }

  /** @returns whether there may be more to tell at once */
  async #tell(): Promise<boolean> {
    const { notificationMarks, restoreRequests } = this.#stores;
    const after = await notificationMarks.read(MARK);
    const events = await restoreRequests.exportEvents({ after, limit: PAGE });
    for (const event of events) {
      const request = await restoreRequests.find(event.request);
      const message =
        request && restoreNotification(event, request, this.#administrators);
      if (message) {
        await this.#send(message);
      }
      await notificationMarks.advance(MARK, event.seq);
    }
    return events.length === PAGE;
  }

  /** Gives up after a while: a restore is not held up by who is not told of it. */
  async #send(message: Parameters<NotificationService['send']>[0]) {
    try {
      await this.#notifications.send(message);
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures < ATTEMPTS) {
        throw error;
      }
      this.#failures = 0;
      this.#logger.warn(
        `Nobody was told '${message.payload.title}': ${stringifyError(error)}`,
      );
    }
  }
}
