import { DatabaseService } from '@backstage/backend-plugin-api';
import { BackupSlots, DatabaseBackupSlots } from './BackupSlots';
import { DatabaseClusterStore } from './ClusterStore';
import { createDatabase } from './createDatabase';
import { CredentialStore, DatabaseCredentialStore } from './CredentialStore';
import { DatabaseLeaseStore, LeaseStore } from './LeaseStore';
import { DatabaseNamespaceStore } from './NamespaceStore';
import { ObjectQueries } from './ObjectQueries';
import { DatabaseObjectStore } from './ObjectStore';
import { DatabaseOperationStore, OperationStore } from './OperationStore';
import { ProtectionQueries } from './ProtectionQueries';
import { RestoreQueries } from './RestoreQueries';
import { SelectionDictionary } from './SelectionDictionary';

/** All stores on one database. */
export interface Stores {
  backupSlots: BackupSlots;
  clusters: DatabaseClusterStore;
  credentials: CredentialStore;
  leases: LeaseStore;
  namespaces: DatabaseNamespaceStore;
  objects: DatabaseObjectStore;
  operations: OperationStore;
  queries: ObjectQueries;
  protection: ProtectionQueries;
  restores: RestoreQueries;
}

export async function createStores(database: DatabaseService): Promise<Stores> {
  const knex = await createDatabase(database);
  const selections = new SelectionDictionary(knex);
  const queries = new ObjectQueries({ knex, selections });
  return {
    backupSlots: new DatabaseBackupSlots(knex),
    clusters: new DatabaseClusterStore(knex),
    credentials: new DatabaseCredentialStore(knex),
    leases: new DatabaseLeaseStore(knex),
    namespaces: new DatabaseNamespaceStore(knex),
    objects: new DatabaseObjectStore({ knex, selections }),
    operations: new DatabaseOperationStore(knex),
    queries,
    protection: new ProtectionQueries({ knex, selections }),
    restores: new RestoreQueries({ knex, selections, objects: queries }),
  };
}
