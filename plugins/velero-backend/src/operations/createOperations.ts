import { RootConfigService } from '@backstage/backend-plugin-api';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { DefaultBackupTargets } from '../inventory/DefaultBackupTargets';
import { Inventory } from '../inventory/Inventory';
import { Stores } from '../store/Stores';
import { DefaultOperations } from './DefaultOperations';
import { Operations } from './Operations';
import { readBackupNow } from './readBackupNow';

/** Puts together what Velero is asked to do. */
export function createOperations(options: {
  config: RootConfigService;
  inventory: Inventory;
  registry: ClusterRegistry;
  stores: Stores;
}): Operations {
  const { config, inventory, registry, stores } = options;
  return new DefaultOperations({
    registry,
    inventory,
    targets: new DefaultBackupTargets({ inventory, stores }),
    slots: stores.backupSlots,
    settings: readBackupNow(config),
  });
}
