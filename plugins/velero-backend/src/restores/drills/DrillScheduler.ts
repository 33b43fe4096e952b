import { ServiceUnavailableError, toError } from '@backstage/errors';
import { nextDrillAfter } from 'backstage-plugin-velero-common';
import {
  DrillScheduleStore,
  StoredDrillSchedule,
} from '../../store/drills/DrillScheduleStore';
import { DatabaseNamespaceStore } from '../../store/NamespaceStore';
import {
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../../store/RestoreRequestStore';
import { CurrentOwnership, CurrentPerson } from '../CurrentOwnership';
import { RestoreRefusedError } from '../RestoreRefusedError';
import { Restores } from '../Restores';
import { pauseFor } from '../RestoreTimes';
import { CurrentClaims } from './CurrentClaims';
import { DrillPlanner, drillWish } from './DrillPlanner';
import { DrillTimes } from './DrillTimes';

/** Milliseconds within which a decision has to be made. */
const JUDGE = 60_000;

const REASON = 'Drill at its time';

/** Tells whoever has the schedule why a run came to nothing. */
export type TellProblem = (
  schedule: StoredDrillSchedule,
  problem: string,
) => Promise<void>;

/**
 * Makes drills at their times, on behalf of whoever wanted them, as that person is then. What is asked for follows from
 * the schedule and the time, so that however often a run is begun there is one request.
 */
export class DrillScheduler {
  readonly #schedules: DrillScheduleStore;
  readonly #requests: RestoreRequestStore;
  readonly #namespaces: Pick<DatabaseNamespaceStore, 'findOne'>;
  readonly #ownership: CurrentOwnership;
  readonly #claims: CurrentClaims;
  readonly #planner: DrillPlanner;
  readonly #restores: Restores;
  readonly #times: Pick<DrillTimes, 'patience'>;
  readonly #tell: TellProblem;

  constructor(options: {
    schedules: DrillScheduleStore;
    requests: RestoreRequestStore;
    namespaces: Pick<DatabaseNamespaceStore, 'findOne'>;
    ownership: CurrentOwnership;
    claims: CurrentClaims;
    planner: DrillPlanner;
    restores: Restores;
    times: Pick<DrillTimes, 'patience'>;
    tell: TellProblem;
  }) {
    this.#schedules = options.schedules;
    this.#requests = options.requests;
    this.#namespaces = options.namespaces;
    this.#ownership = options.ownership;
    this.#claims = options.claims;
    this.#planner = options.planner;
    this.#restores = options.restores;
    this.#times = options.times;
    this.#tell = options.tell;
  }

  /** Makes the run that is due of a schedule that this replica has taken. */
  async work(schedule: StoredDrillSchedule): Promise<void> {
    const person = await this.#ownership.of(schedule.requester);
    const lost = await this.#lostBy(person, schedule);
    if (lost.length > 0) {
      await this.#stop(schedule, lostText(schedule, lost));
      return;
    }
    try {
      await this.#make(schedule, person);
    } catch (error) {
      await this.#afterFailure(schedule, error);
    }
  }

  async #make(
    schedule: StoredDrillSchedule,
    person: CurrentPerson,
  ): Promise<void> {
    const missing = await this.#claims.missing(schedule);
    if (missing !== undefined) {
      await this.#stop(schedule, unclaimedText(missing));
      return;
    }
    const request = await this.#request(schedule, person);
    await (request
      ? this.#ran(schedule, { request: request.id })
      : this.#failed(
          schedule,
          'There is no complete backup of the namespaces',
        ));
  }

  async #request(
    schedule: StoredDrillSchedule,
    person: CurrentPerson,
  ): Promise<StoredRestoreRequest | undefined> {
    const { requester, cluster, namespaces } = schedule;
    const key = keyOf(schedule);
    // The newest backup may be another one by now than when the run was begun.
    const known = await this.#requests.findByKey(requester.userRef, key);
    if (known) {
      return known;
    }
    const plan = await this.#planner.newest(
      namespaces.map(namespace => ({ cluster, namespace })),
      cluster,
    );
    return (
      plan &&
      this.#restores.request({
        wish: drillWish(plan, REASON),
        requester: {
          ...requester,
          ownershipRefs: person.ownershipRefs,
          administrator: person.administrator,
        },
        isOwn: person.isOwn,
        key,
        signal: AbortSignal.timeout(JUDGE),
      })
    );
  }

  /** Names the namespaces that are not theirs any more. */
  async #lostBy(
    person: CurrentPerson,
    { cluster, namespaces }: StoredDrillSchedule,
  ): Promise<string[]> {
    const lost = await Promise.all(
      namespaces.map(async namespace => {
        const found = await this.#namespaces.findOne({ cluster, namespace });
        // What was lost together with its namespace is what drills are for.
        return found && !(await person.isOwn(found)) ? [namespace] : [];
      }),
    );
    return lost.flat();
  }

  async #afterFailure(schedule: StoredDrillSchedule, error: unknown) {
    if (error instanceof RestoreRefusedError) {
      await this.#failed(schedule, error.message);
      return;
    }
    const { nextRun = 0 } = schedule;
    if (Date.now() - nextRun > this.#times.patience) {
      await this.#failed(schedule, toError(error).message);
      return;
    }
    if (!isPassing(error)) {
      throw error;
    }
    const retry = { first: 5_000, last: 300_000 };
    await this.#schedules.again(
      schedule,
      pauseFor({ createdAt: nextRun }, { retry }),
    );
  }

  async #failed(schedule: StoredDrillSchedule, problem: string) {
    await this.#tell(schedule, problem);
    await this.#ran(schedule, { problem });
  }

  /** Nobody makes drills for somebody whose namespaces they are not, nor of what is not the entity's. */
  async #stop(schedule: StoredDrillSchedule, problem: string) {
    await this.#tell(schedule, problem);
    await this.#schedules.ran(schedule, { problem });
  }

  async #ran(
    schedule: StoredDrillSchedule,
    run: { request?: string; problem?: string },
  ) {
    // Runs that were missed are not made up for one by one.
    const next = nextDrillAfter(schedule.cron, new Date());
    await this.#schedules.ran(schedule, { ...run, nextRun: next?.getTime() });
  }
}

function lostText({ requester }: StoredDrillSchedule, lost: string[]): string {
  return `Drills have stopped: ${lost.join(', ')} is not proven to belong to ${
    requester.userRef
  } any more. Somebody to whom it belongs has to set the schedule anew`;
}

function unclaimedText(missing: string): string {
  return `Drills have stopped: ${missing}. Set the schedule anew for what is claimed, or remove it`;
}

/** The cluster or its store did not tell in time. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof ServiceUnavailableError ||
    toError(error).name === 'TimeoutError'
  );
}

function keyOf({ id, nextRun }: StoredDrillSchedule): string {
  return `drill-${id}-${nextRun}`;
}
