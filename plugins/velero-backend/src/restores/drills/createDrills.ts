import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ClusterRegistry } from '../../clusters/ClusterRegistry';
import { Inventory } from '../../inventory/Inventory';
import { drillProblemNotification } from '../../notify/drillProblemNotification';
import { Stores } from '../../store/Stores';
import { CurrentOwnership } from '../CurrentOwnership';
import { Restores } from '../Restores';
import { CurrentClaims } from './CurrentClaims';
import { DefaultDrills } from './DefaultDrills';
import { DrillCleanup } from './DrillCleanup';
import { DrillPlanner } from './DrillPlanner';
import { Drills } from './Drills';
import { DrillScheduler, TellProblem } from './DrillScheduler';
import { DEFAULT_DRILL_TIMES } from './DrillTimes';
import { DrillWorker } from './DrillWorker';

/** Puts together what knows of drills, and what looks after them. */
export function createDrills(options: {
  auth: AuthService;
  catalog: CatalogService;
  inventory: Inventory;
  logger: LoggerService;
  notifications: NotificationService;
  ownership: CurrentOwnership;
  registry: ClusterRegistry;
  restores: Restores;
  stores: Stores;
  onChange(): void;
}): { drills: Drills; drillWorker: DrillWorker } {
  const { stores } = options;
  const parts = {
    ...options,
    times: DEFAULT_DRILL_TIMES,
    requests: stores.restoreRequests,
    schedules: stores.drillSchedules,
    namespaces: stores.namespaces,
    claims: new CurrentClaims(options),
    planner: new DrillPlanner(options),
  };
  return {
    drills: new DefaultDrills(parts),
    drillWorker: new DrillWorker({
      ...parts,
      cleanup: new DrillCleanup({ ...parts, store: stores.restoreRequests }),
      scheduler: new DrillScheduler({ ...parts, tell: tellBy(options) }),
    }),
  };
}

/** A portal may have no notifications at all; what happened is kept in the schedule in any case. */
function tellBy(options: {
  notifications: NotificationService;
  logger: LoggerService;
}): TellProblem {
  const { notifications, logger } = options;
  return async (schedule, problem) => {
    try {
      await notifications.send(drillProblemNotification(schedule, problem));
    } catch (error) {
      logger.warn(
        `Nobody was told that a drill of ${
          schedule.entityRef
        } was not made: ${stringifyError(error)}`,
      );
    }
  };
}
