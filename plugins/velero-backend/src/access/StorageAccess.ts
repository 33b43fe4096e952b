import {
  BackupKey,
  LocationVerification,
  StoragePlacesQuery,
  StoragePlacesResponse,
} from 'backstage-plugin-velero-common';
import { UserCredentials } from './InventoryService';

/** Where backups are kept, for those who look after it. */
export interface StorageAccess {
  listPlaces(question: {
    query: StoragePlacesQuery;
    credentials: UserCredentials;
  }): Promise<StoragePlacesResponse>;
  /** @param order - `signal` is aborted when the reader has left */
  verify(order: {
    key: BackupKey;
    credentials: UserCredentials;
    signal: AbortSignal;
  }): Promise<LocationVerification>;
}
