import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { WorkLoops } from '../lib/WorkLoops';
import {
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { RestoreFollower } from './RestoreFollower';
import { RestoreStart } from './RestoreStart';
import { RestoreTimes } from './RestoreTimes';

/** Requests that a replica works on at the same time: more than one cluster that hangs takes up. */
const AT_ONCE = 8;

/** Works on requests whose turn it is, beside the workers of other replicas. */
export class RestoreWorker {
  readonly #holder = randomUUID();
  readonly #store: RestoreRequestStore;
  readonly #start: RestoreStart;
  readonly #follower: RestoreFollower;
  readonly #logger: LoggerService;
  readonly #times: RestoreTimes;
  readonly #onChange: () => void;
  readonly #loops: WorkLoops;

  constructor(options: {
    store: RestoreRequestStore;
    start: RestoreStart;
    follower: RestoreFollower;
    logger: LoggerService;
    times: RestoreTimes;
    /** Called when a request may look different from before. */
    onChange(): void;
  }) {
    this.#store = options.store;
    this.#start = options.start;
    this.#follower = options.follower;
    this.#logger = options.logger;
    this.#times = options.times;
    this.#onChange = options.onChange;
    this.#loops = new WorkLoops({ ...options, poll: options.times.poll });
  }

  start(): void {
    for (let i = 0; i < AT_ONCE; i++) {
      this.#loops.add('work on requests', () => this.#workOnOne());
    }
    this.#loops.add('follow restores', () => this.#follow());
  }

  /** Ends when nothing is under way any more. */
  stop(): Promise<void> {
    return this.#loops.stop();
  }

  /** @returns whether there may be more to do at once */
  async #workOnOne(): Promise<boolean> {
    const { ttl } = this.#times;
    const taken = await this.#store.take({ holder: this.#holder, ttl });
    if (!taken) {
      return false;
    }
    await this.#work(taken.request, taken.isDue);
    return true;
  }

  async #work(request: StoredRestoreRequest, isDue: boolean) {
    try {
      await this.#start.work(request, isDue);
      this.#onChange();
    } catch (error) {
      this.#logger.error(
        `Request ${request.id} cannot be worked on: ${stringifyError(error)}`,
      );
      // Whatever is wrong with one request must not keep the others from being looked at.
      await this.#store.change(request, {
        heldFor: this.#times.retry.last,
      });
    }
  }

  async #follow(): Promise<boolean> {
    if (await this.#follower.look()) {
      this.#onChange();
    }
    return false;
  }
}
