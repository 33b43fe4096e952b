import {
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  BackupDetails,
  RestoreDetails,
  veleroBackupContentsReadPermission,
  veleroBackupCreatePermission,
  veleroBackupLogsReadPermission,
  veleroBackupReadPermission,
  veleroFleetReadPermission,
  veleroRestoreApprovePermission,
  veleroRestoreAuditPermission,
  veleroRestoreRequestPermission,
  veleroScheduleCreatePermission,
  veleroStorageReadPermission,
  veleroStorageVerifyPermission,
  veleroTenantOnboardPermission,
} from 'backstage-plugin-velero-common';
import { DEFAULT_LIMITS } from '../artifacts/ArtifactLimits';
import { Artifacts } from '../artifacts/Artifacts';
import { UserQuota } from '../artifacts/UserQuota';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Inventory } from '../inventory/Inventory';
import { ProtectionInventory } from '../inventory/ProtectionInventory';
import { TenantInventory } from '../inventory/TenantInventory';
import { Onboarding } from '../onboarding/Onboarding';
import { LocationVerifier } from '../operations/LocationVerifier';
import { Operations } from '../operations/Operations';
import { Drills } from '../restores/drills/Drills';
import { Restores } from '../restores/Restores';
import { Stores } from '../store/Stores';
import { ArtifactService } from './ArtifactService';
import { AuthorizedArtifacts } from './AuthorizedArtifacts';
import { AuthorizedDrills } from './AuthorizedDrills';
import { AuthorizedInventory } from './AuthorizedInventory';
import { AuthorizedOnboarding } from './AuthorizedOnboarding';
import { AuthorizedOperations } from './AuthorizedOperations';
import { AuthorizedProtection } from './AuthorizedProtection';
import { AuthorizedRestores } from './AuthorizedRestores';
import { AuthorizedStorage } from './AuthorizedStorage';
import { AuthorizedTenants } from './AuthorizedTenants';
import { namespaceRules } from './conditionExports';
import { DrillService } from './DrillService';
import { EntityAccess } from './EntityAccess';
import { EntityGate } from './EntityGate';
import { InventoryService, ProtectionService } from './InventoryService';
import { NamespaceOwnership } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';
import { namespaceResourceRef } from './namespaceResourceRef';
import { OnboardingService } from './OnboardingService';
import { OperationService } from './OperationService';
import { readAdministrators } from '../lib/readAdministrators';
import { readTiers } from './readTiers';
import { RestoreOrders } from './RestoreOrders';
import { RestoreRequestGate } from './RestoreRequestGate';
import { RestoreService } from './RestoreService';
import { RunGate } from './RunGate';
import { StorageAccess } from './StorageAccess';
import { TenantService } from './TenantService';
import { VisibleRequests } from './VisibleRequests';
import { sourceOfBackup, sourceOfRestore } from './sourceOf';

/** What the router sees of the services. */
export interface Access {
  /** Of backups. */
  artifacts: ArtifactService;
  drills: DrillService;
  restoreArtifacts: ArtifactService;
  inventory: InventoryService;
  onboarding: OnboardingService;
  operations: OperationService;
  protection: ProtectionService;
  restores: RestoreService;
  storage: StorageAccess;
  tenants: TenantService;
}

/** Registers the permissions and puts the ownership proof and the permission policy before the inventory. */
export function createAccess(options: {
  artifacts: Artifacts;
  catalog: CatalogService;
  config: RootConfigService;
  drills: Drills;
  inventory: Inventory;
  onboarding: Onboarding;
  operations: Operations;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  protection: ProtectionInventory;
  restores: Restores;
  tenants: TenantInventory;
  verifier: LocationVerifier;
  registry: ClusterRegistry;
  stores: Stores;
  userInfo: UserInfoService;
}): Access {
  const { catalog, config, permissionsRegistry, stores, userInfo } = options;
  const { inventory, registry } = options;
  permissionsRegistry.addPermissions([
    veleroFleetReadPermission,
    veleroRestoreAuditPermission,
    veleroStorageReadPermission,
    veleroStorageVerifyPermission,
  ]);
  permissionsRegistry.addResourceType({
    resourceRef: namespaceResourceRef,
    permissions: [
      veleroBackupReadPermission,
      veleroBackupLogsReadPermission,
      veleroBackupContentsReadPermission,
      veleroBackupCreatePermission,
      veleroScheduleCreatePermission,
      veleroTenantOnboardPermission,
      veleroRestoreRequestPermission,
      veleroRestoreApprovePermission,
    ],
    rules: Object.values(namespaceRules),
    getResources: refs => Promise.all(refs.map(ref => findByRef(stores, ref))),
  });
  const parts = {
    inventory,
    registry,
    entities: new EntityAccess({
      catalog,
      userInfo,
      administrators: readAdministrators(config),
    }),
    ownership: new NamespaceOwnership({ ...stores, registry }),
    permission: new NamespacePermission(options),
  };
  const gate = new EntityGate(parts);
  const backups = new RunGate<BackupDetails>({
    ...parts,
    type: 'backup',
    clustersOf: key => inventory.clustersOfBackup(key),
    find: question => inventory.backup(question),
  });
  const restores = new RunGate<RestoreDetails>({
    ...parts,
    type: 'restore',
    clustersOf: key => inventory.clustersOfRestore(key),
    find: question => inventory.restore(question),
  });
  const { artifacts } = options;
  const orders = new RestoreOrders(parts);
  const visible = new VisibleRequests(parts);
  const quota = new UserQuota({ limit: DEFAULT_LIMITS.perUser });
  return {
    artifacts: new AuthorizedArtifacts({
      artifacts,
      quota,
      open: async reference => sourceOfBackup(await backups.open(reference)),
    }),
    drills: new AuthorizedDrills({
      ...parts,
      drills: options.drills,
      restores: options.restores,
      gate,
      orders,
      visible,
    }),
    restoreArtifacts: new AuthorizedArtifacts({
      artifacts,
      quota,
      open: async reference => sourceOfRestore(await restores.open(reference)),
    }),
    inventory: new AuthorizedInventory({ ...parts, gate, backups, restores }),
    onboarding: new AuthorizedOnboarding({
      ...parts,
      onboarding: options.onboarding,
    }),
    operations: new AuthorizedOperations({
      ...parts,
      operations: options.operations,
      gate,
    }),
    protection: new AuthorizedProtection({
      ...options,
      gate,
      tiers: readTiers(config),
    }),
    restores: new AuthorizedRestores({
      ...parts,
      restores: options.restores,
      orders,
      requests: new RestoreRequestGate({
        ...parts,
        gate,
        visible,
        restores: options.restores,
      }),
    }),
    storage: new AuthorizedStorage({
      ...parts,
      verifier: options.verifier,
      inventory,
    }),
    tenants: new AuthorizedTenants({ ...parts, tenants: options.tenants }),
  };
}

async function findByRef(stores: Stores, ref: string) {
  const [cluster, namespace] = ref.split('/', 2);
  const [found] = await stores.namespaces.find([{ cluster, namespace }]);
  return found;
}
