import {
  BackupOptionsResponse,
  BackupRequest,
  CreatedBackup,
  CreatedSchedule,
  ScheduleRequest,
} from 'backstage-plugin-velero-common';
import { UserCredentials } from './InventoryService';

/** Names an entity, and the person who wants something done about it. */
export interface EntityOperation {
  entityRef: string;
  credentials: UserCredentials;
}

/** What Velero is asked to do, on behalf of a user. */
export interface OperationService {
  getBackupOptions(question: EntityOperation): Promise<BackupOptionsResponse>;
  /** @param order - `signal` is aborted when the reader has left; what was sent to the cluster by then stays */
  createBackup(
    order: EntityOperation & { request: BackupRequest; signal: AbortSignal },
  ): Promise<CreatedBackup>;
  /** @param order - `signal` as of {@link OperationService.createBackup} */
  createSchedule(
    order: EntityOperation & { request: ScheduleRequest; signal: AbortSignal },
  ): Promise<CreatedSchedule>;
}
