import {
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  veleroBackupReadPermission,
  veleroFleetReadPermission,
} from 'backstage-plugin-velero-common';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Inventory } from '../inventory/Inventory';
import { Stores } from '../store/Stores';
import { AuthorizedInventory } from './AuthorizedInventory';
import { namespaceRules } from './conditionExports';
import { EntityAccess } from './EntityAccess';
import { InventoryService } from './InventoryService';
import { NamespaceOwnership } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';
import { namespaceResourceRef } from './namespaceResourceRef';
import { readAdministrators } from './readAdministrators';

/** Registers the permissions and puts the ownership proof and the permission policy before the inventory. */
export function createAccess(options: {
  catalog: CatalogService;
  config: RootConfigService;
  inventory: Inventory;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  registry: ClusterRegistry;
  stores: Stores;
  userInfo: UserInfoService;
}): InventoryService {
  const { catalog, config, permissionsRegistry, stores, userInfo } = options;
  const { inventory, registry } = options;
  permissionsRegistry.addPermissions([veleroFleetReadPermission]);
  permissionsRegistry.addResourceType({
    resourceRef: namespaceResourceRef,
    permissions: [veleroBackupReadPermission],
    rules: Object.values(namespaceRules),
    getResources: refs => Promise.all(refs.map(ref => findByRef(stores, ref))),
  });
  return new AuthorizedInventory({
    inventory,
    registry,
    entities: new EntityAccess({
      catalog,
      userInfo,
      administrators: readAdministrators(config),
    }),
    ownership: new NamespaceOwnership({ ...stores, registry }),
    permission: new NamespacePermission(options),
  });
}

async function findByRef(stores: Stores, ref: string) {
  const [cluster, namespace] = ref.split('/', 2);
  const [found] = await stores.namespaces.find([{ cluster, namespace }]);
  return found;
}
