import { DrillResult } from '../restore/drill/DrillResult';
import { RestoreState } from '../restore/restoreStates';
import { BackupKey } from './types';

/**
 * How far the scratch namespaces of a drill are gone.
 *
 * - `pending`: Velero may still be at work, or has not been asked yet
 * - `deleting`: they are being removed
 * - `done`: they are gone, or never were
 * - `failed`: a person has to look
 *
 * @public
 */
export type DrillCleanup = 'pending' | 'deleting' | 'done' | 'failed';

/** What a request that is a drill is, beside a restore. @public */
export interface RequestedDrill {
  cleanup: DrillCleanup;
  /** What is in the way of removing the namespaces. */
  message?: string;
  /** What a person has to do. */
  remedy?: string;
  /** Present once Velero is done. */
  result?: DrillResult;
}

/** A drill that is over. @public */
export interface DrillRecord extends DrillResult {
  /** Id of the request. */
  request: string;
  backup: BackupKey;
  /** As they are named in the backup. */
  namespaces: string[];
}

/** When drills are to be made. @public */
export interface DrillScheduleBody {
  cluster: string;
  /** 1 to 20 namespaces of the entity in the cluster. */
  namespaces: string[];
  /** Five fields in UTC, with a day between runs at least. */
  cron: string;
}

/** The drills that an entity is to have. Times are ISO 8601 in UTC. @public */
export interface DrillSchedule extends DrillScheduleBody {
  /** Full reference of the user on whose behalf they are made. */
  requester: string;
  createdAt: string;
  /** Absent when it has stopped. */
  nextRunAt?: string;
  /** Id of the newest request. */
  lastRequest?: string;
  /** Why the newest run came to nothing; absent when it did not. */
  lastProblem?: { at: string; message: string };
}

/** @public */
export interface NewDrillBody {
  /** What the caller calls it: the same again gives the same request. */
  key: string;
  /** That of the newest backup when absent. */
  cluster?: string;
}

/** What is known of drills of an entity. @public */
export interface DrillsResponse {
  /** The newest that has proven that its backup can be restored. */
  lastProven?: DrillRecord;
  /** The newest that has not, when it is newer than that. */
  lastUnproven?: DrillRecord;
  /** The newest that is not over yet, or whose namespaces are not gone yet. */
  open?: { request: string; state: RestoreState; cleanup: DrillCleanup };
  schedule?: DrillSchedule;
  /** The namespaces that drills can be made of. */
  namespaces: Array<{ cluster: string; namespace: string }>;
}
