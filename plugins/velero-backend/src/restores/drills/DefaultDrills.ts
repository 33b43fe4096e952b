import { ConflictError, InputError } from '@backstage/errors';
import {
  drillCronProblem,
  DrillScheduleBody,
  nextDrillAfter,
} from 'backstage-plugin-velero-common';
import {
  DrillScheduleStore,
  StoredDrillSchedule,
} from '../../store/drills/DrillScheduleStore';
import { NamespaceKey } from '../../store/NamespaceStore';
import {
  DrillsQuestion,
  RestoreRequester,
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../../store/RestoreRequestStore';
import { readVisible, Visible } from '../readVisible';
import { DrillPlan, DrillPlanner } from './DrillPlanner';
import { Drills, KnownDrills } from './Drills';

export class DefaultDrills implements Drills {
  readonly #requests: RestoreRequestStore;
  readonly #schedules: DrillScheduleStore;
  readonly #planner: DrillPlanner;

  constructor(options: {
    requests: RestoreRequestStore;
    schedules: DrillScheduleStore;
    planner: DrillPlanner;
  }) {
    this.#requests = options.requests;
    this.#schedules = options.schedules;
    this.#planner = options.planner;
  }

  async known(
    namespaces: NamespaceKey[],
    visible: Visible,
  ): Promise<KnownDrills> {
    const last = async (which: DrillsQuestion['which']) => {
      const [found] = await readVisible({
        read: page => this.#requests.drills({ namespaces, which, ...page }),
        visible,
        limit: 1,
      });
      return found as StoredRestoreRequest | undefined;
    };
    const [proven, unproven, open] = await Promise.all([
      last('proven'),
      last('not-proven'),
      last('open'),
    ]);
    const isNewer = unproven && endOf(unproven) > endOf(proven);
    return {
      ...(proven && { lastProven: proven }),
      ...(isNewer && { lastUnproven: unproven }),
      ...(open && { open }),
    };
  }

  async plan(namespaces: NamespaceKey[], cluster?: string): Promise<DrillPlan> {
    const plan = await this.#planner.newest(namespaces, cluster);
    if (!plan) {
      throw new ConflictError(
        'There is no complete backup of these namespaces that a drill could be made of. Back them up first',
      );
    }
    return plan;
  }

  schedule(entityRef: string): Promise<StoredDrillSchedule | undefined> {
    return this.#schedules.find(entityRef);
  }

  async setSchedule(
    order: DrillScheduleBody & {
      entityRef: string;
      requester: RestoreRequester;
    },
  ): Promise<StoredDrillSchedule> {
    const cron = order.cron.trim();
    const problem = drillCronProblem(cron);
    const next = nextDrillAfter(cron, new Date());
    if (problem !== undefined || !next) {
      throw new InputError(`cron cannot be used: ${problem}`);
    }
    return this.#schedules.put({ ...order, cron, nextRun: next.getTime() });
  }

  removeSchedule(entityRef: string): Promise<boolean> {
    return this.#schedules.remove(entityRef);
  }
}

/** When a drill was over; before all others when there was none. */
function endOf(request: StoredRestoreRequest | undefined): number {
  const endedAt = request?.drill?.result?.endedAt;
  return endedAt ? Date.parse(endedAt) : 0;
}
