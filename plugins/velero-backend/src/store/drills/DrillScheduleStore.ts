import { RestoreRequester } from '../RestoreRequestStore';

/** When drills are made, and for whom. Times are milliseconds since the epoch, by the clock of the database. */
export interface StoredDrillSchedule {
  /** Stays the same when it is changed. */
  id: string;
  version: number;
  entityRef: string;
  cluster: string;
  namespaces: string[];
  /** Five fields, in UTC. */
  cron: string;
  requester: RestoreRequester;
  createdAt: number;
  /** Absent when it has stopped. */
  nextRun?: number;
  lastRequest?: string;
  lastProblem?: { at: number; message: string };
}

/** What somebody wants. */
export type NewDrillSchedule = Pick<
  StoredDrillSchedule,
  'entityRef' | 'cluster' | 'namespaces' | 'cron' | 'requester'
> & { nextRun: number };

/** What came of a run. */
export interface DrillRun {
  /** Absent when it stops. */
  nextRun?: number;
  /** Id of the request. */
  request?: string;
  /** Why there is none. */
  problem?: string;
}

/** Keeps when drills are made. */
export interface DrillScheduleStore {
  find(entityRef: string): Promise<StoredDrillSchedule | undefined>;
  /** Keeps it in place of the one that the entity had. */
  put(schedule: NewDrillSchedule): Promise<StoredDrillSchedule>;
  /** @returns whether there was one */
  remove(entityRef: string): Promise<boolean>;
  /** Takes one that is due and that nobody works on. */
  take(options: {
    holder: string;
    ttl: number;
  }): Promise<StoredDrillSchedule | undefined>;
  /** Keeps what came of a run; nothing when somebody has changed the schedule meanwhile. */
  ran(schedule: StoredDrillSchedule, run: DrillRun): Promise<void>;
  /** Has it tried again after so many milliseconds. */
  again(schedule: StoredDrillSchedule, pause: number): Promise<void>;
}
