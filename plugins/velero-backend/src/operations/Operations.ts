import {
  BackupQuota,
  BackupRequest,
  CreatedBackup,
  CreatedSchedule,
  ScheduleRequest,
} from 'backstage-plugin-velero-common';
import { BackupTarget } from '../inventory/BackupTargets';
import { OwnedNamespace } from '../store/NamespaceStore';

/** Wants a backup on behalf of a user who may have it. */
export interface BackupWish {
  entityRef: string;
  userRef: string;
  /** All that the user may have backed up of the entity's; those of the request are among them. */
  namespaces: OwnedNamespace[];
  request: BackupRequest;
  /** Ends the work for as long as nothing was made. */
  signal: AbortSignal;
}

/** Wants a schedule on behalf of a user who may have it. */
export interface ScheduleWish extends Omit<BackupWish, 'request'> {
  request: ScheduleRequest;
}

/** What can be chosen for a backup. */
export interface BackupChoice {
  targets: BackupTarget[];
  quota: BackupQuota;
  /** Go duration. */
  keepFor: string;
}

/** Has Velero do things, one request at a time. Objects are built here, never taken from a caller. */
export interface Operations {
  choiceFor(options: {
    userRef: string;
    namespaces: OwnedNamespace[];
  }): Promise<BackupChoice>;
  /**
   * Has a backup made.
   *
   * @throws InputError for what cannot be asked for
   * @throws OperationError when nothing was made, or with `not-known` when that cannot be told
   */
  backUp(wish: BackupWish): Promise<CreatedBackup>;
  /**
   * Has a schedule made, or finds that it is there as wanted.
   *
   * @throws InputError for what cannot be asked for
   * @throws OperationError when nothing was made, or with `not-known` when that cannot be told
   */
  schedule(wish: ScheduleWish): Promise<CreatedSchedule>;
}
