import { DatabaseService } from '@backstage/backend-plugin-api';
import { BackupSlots, DatabaseBackupSlots } from './BackupSlots';
import { DatabaseClusterStore } from './ClusterStore';
import { createDatabase } from './createDatabase';
import { CredentialStore, DatabaseCredentialStore } from './CredentialStore';
import { DatabaseDrillScheduleStore } from './drills/DatabaseDrillScheduleStore';
import { DrillScheduleStore } from './drills/DrillScheduleStore';
import { DatabaseRestoreRequestStore } from './DatabaseRestoreRequestStore';
import { EarlierRestoreQueries } from './EarlierRestoreQueries';
import { DatabaseLeaseStore, LeaseStore } from './LeaseStore';
import { DatabaseNamespaceStore } from './NamespaceStore';
import { ObjectQueries } from './ObjectQueries';
import { DatabaseObjectStore } from './ObjectStore';
import {
  DatabaseNotificationMarkStore,
  NotificationMarkStore,
} from './NotificationMarkStore';
import { DatabaseOperationStore, OperationStore } from './OperationStore';
import { PlaceQueries } from './PlaceQueries';
import { ProtectionQueries } from './ProtectionQueries';
import { RestoreQueries } from './RestoreQueries';
import { RestoreRequestStore } from './RestoreRequestStore';
import { SelectionDictionary } from './SelectionDictionary';
import { TenantQueries } from './TenantQueries';
import { DatabaseTenantNameStore, TenantNameStore } from './TenantNameStore';

/** All stores on one database. */
export interface Stores {
  backupSlots: BackupSlots;
  clusters: DatabaseClusterStore;
  credentials: CredentialStore;
  drillSchedules: DrillScheduleStore;
  earlierRestores: EarlierRestoreQueries;
  leases: LeaseStore;
  namespaces: DatabaseNamespaceStore;
  objects: DatabaseObjectStore;
  notificationMarks: NotificationMarkStore;
  operations: OperationStore;
  places: PlaceQueries;
  queries: ObjectQueries;
  protection: ProtectionQueries;
  restores: RestoreQueries;
  tenants: TenantQueries;
  restoreRequests: RestoreRequestStore;
  tenantNames: TenantNameStore;
}

export async function createStores(database: DatabaseService): Promise<Stores> {
  const knex = await createDatabase(database);
  const selections = new SelectionDictionary(knex);
  const queries = new ObjectQueries({ knex, selections });
  return {
    backupSlots: new DatabaseBackupSlots(knex),
    clusters: new DatabaseClusterStore(knex),
    credentials: new DatabaseCredentialStore(knex),
    drillSchedules: new DatabaseDrillScheduleStore(knex),
    earlierRestores: new EarlierRestoreQueries(knex),
    leases: new DatabaseLeaseStore(knex),
    namespaces: new DatabaseNamespaceStore(knex),
    objects: new DatabaseObjectStore({ knex, selections }),
    notificationMarks: new DatabaseNotificationMarkStore(knex),
    operations: new DatabaseOperationStore(knex),
    places: new PlaceQueries(knex),
    queries,
    protection: new ProtectionQueries({ knex, selections }),
    restoreRequests: new DatabaseRestoreRequestStore(knex),
    restores: new RestoreQueries({ knex, selections, objects: queries }),
    tenants: new TenantQueries(knex),
    tenantNames: new DatabaseTenantNameStore(knex),
  };
}
