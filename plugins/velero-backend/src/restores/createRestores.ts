import {
  AuditorService,
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { readAdministrators } from '../lib/readAdministrators';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Artifacts } from '../artifacts/Artifacts';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Inventory } from '../inventory/Inventory';
import { Stores } from '../store/Stores';
import { CurrentOwnership } from './CurrentOwnership';
import { DefaultRestores } from './DefaultRestores';
import { createDrills } from './drills/createDrills';
import { Drills } from './drills/Drills';
import { DrillWorker } from './drills/DrillWorker';
import { RestoreProspects } from './prospect/RestoreProspects';
import { OwnersUpkeep } from './OwnersUpkeep';
import { readPolicies } from './readPolicies';
import { RestoreFollower } from './RestoreFollower';
import { RestorePreviews } from './RestorePreviews';
import { RestoreJudge } from './RestoreJudge';
import { Restores } from './Restores';
import { RestoreStart } from './RestoreStart';
import { RestoreSteps } from './RestoreSteps';
import { RestoreSubmission } from './RestoreSubmission';
import { DEFAULT_TIMES } from './RestoreTimes';
import { RestoreWorker } from './RestoreWorker';
import { NamespaceReader } from './snapshot/NamespaceReader';
import { RestoreSnapshots } from './snapshot/RestoreSnapshots';

/** Puts together what takes requests for restores, and what carries them out. */
export function createRestores(options: {
  artifacts: Artifacts;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  inventory: Inventory;
  logger: LoggerService;
  notifications: NotificationService;
  registry: ClusterRegistry;
  stores: Stores;
  onChange(): void;
}): {
  restores: Restores;
  worker: RestoreWorker;
  drills: Drills;
  drillWorker: DrillWorker;
  ownersUpkeep: OwnersUpkeep;
} {
  const { config, stores } = options;
  const times = DEFAULT_TIMES;
  const administrators = readAdministrators(config);
  const parts = { ...options, times, administrators };
  const ownership = new CurrentOwnership(parts);
  const namespaces = new NamespaceReader({
    ...parts,
    namespaces: stores.namespaces,
    ownership,
  });
  const store = stores.restoreRequests;
  const judge = new RestoreJudge({
    ownership,
    policies: readPolicies(config),
    snapshots: new RestoreSnapshots({ ...parts, namespaces }),
  });
  const steps = new RestoreSteps({ ...parts, store });
  const submission = new RestoreSubmission({ ...parts, store, steps });
  const judging = { store, judge, ownership, steps };
  const restores = new DefaultRestores({
    ...judging,
    inventory: options.inventory,
    previews: new RestorePreviews({
      judge,
      prospects: new RestoreProspects(parts),
    }),
  });
  return {
    restores,
    ...createDrills({ ...options, restores, ownership }),
    ownersUpkeep: new OwnersUpkeep({ ...parts, store, namespaces }),
    worker: new RestoreWorker({
      ...parts,
      store,
      start: new RestoreStart({ ...judging, submission, times }),
      follower: new RestoreFollower({ ...parts, steps }),
    }),
  };
}
