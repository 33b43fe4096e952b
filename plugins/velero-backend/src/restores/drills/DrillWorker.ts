import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { WorkLoops } from '../../lib/WorkLoops';
import { DrillScheduleStore } from '../../store/drills/DrillScheduleStore';
import { RestoreRequestStore } from '../../store/RestoreRequestStore';
import { DrillCleanup } from './DrillCleanup';
import { DrillScheduler } from './DrillScheduler';
import { DrillTimes } from './DrillTimes';

/** Drills that a replica looks at, at the same time. */
const AT_ONCE = 2;

/** Makes drills at their times and cleans up after them, beside the workers of other replicas. */
export class DrillWorker {
  readonly #holder = randomUUID();
  readonly #requests: RestoreRequestStore;
  readonly #schedules: DrillScheduleStore;
  readonly #cleanup: DrillCleanup;
  readonly #scheduler: DrillScheduler;
  readonly #logger: LoggerService;
  readonly #times: DrillTimes;
  readonly #onChange: () => void;
  readonly #loops: WorkLoops;

  constructor(options: {
    requests: RestoreRequestStore;
    schedules: DrillScheduleStore;
    cleanup: DrillCleanup;
    scheduler: DrillScheduler;
    logger: LoggerService;
    times: DrillTimes;
    /** Called when a request may look different from before. */
    onChange(): void;
  }) {
    this.#requests = options.requests;
    this.#schedules = options.schedules;
    this.#cleanup = options.cleanup;
    this.#scheduler = options.scheduler;
    this.#logger = options.logger;
    this.#times = options.times;
    this.#onChange = options.onChange;
    this.#loops = new WorkLoops({ ...options, poll: options.times.poll });
  }

  start(): void {
    for (let i = 0; i < AT_ONCE; i++) {
      this.#loops.add('clean up after drills', () => this.#cleanUpOne());
    }
    this.#loops.add('make drills at their times', () => this.#makeOne());
  }

  /** Ends when nothing is under way any more. */
  stop(): Promise<void> {
    return this.#loops.stop();
  }

  /** @returns whether there may be more to do at once */
  async #cleanUpOne(): Promise<boolean> {
    const { ttl, look } = this.#times;
    const request = await this.#requests.takeDrill({
      holder: this.#holder,
      ttl,
    });
    if (!request) {
      return false;
    }
    try {
      await this.#cleanup.work(request);
      this.#onChange();
    } catch (error) {
      this.#logger.error(
        `Drill ${request.id} cannot be looked after: ${stringifyError(error)}`,
      );
      // Whatever is wrong with one must not keep the others from being looked at.
      await this.#requests.change(request, { heldFor: look.last });
    }
    return true;
  }

  async #makeOne(): Promise<boolean> {
    const { ttl, look } = this.#times;
    const schedule = await this.#schedules.take({ holder: this.#holder, ttl });
    if (!schedule) {
      return false;
    }
    try {
      await this.#scheduler.work(schedule);
      this.#onChange();
    } catch (error) {
      this.#logger.error(
        `The drill of ${schedule.entityRef} cannot be made: ${stringifyError(
          error,
        )}`,
      );
      await this.#schedules.again(schedule, look.last);
    }
    return true;
  }
}
