import {
  DrillSchedule,
  DrillScheduleBody,
  DrillsResponse,
  NewDrillBody,
  RestoreRequestDetails,
} from 'backstage-plugin-velero-common';
import { UserCredentials } from './InventoryService';

/** Names an entity, and who asks. */
export interface DrillQuestion {
  entityRef: string;
  credentials: UserCredentials;
}

/** Drills of entities, on behalf of a user. */
export interface DrillService {
  drills(question: DrillQuestion): Promise<DrillsResponse>;
  request(
    question: DrillQuestion & NewDrillBody & { signal: AbortSignal },
  ): Promise<RestoreRequestDetails>;
  /** @throws NotFoundError when the entity has none */
  schedule(question: DrillQuestion): Promise<DrillSchedule>;
  setSchedule(
    question: DrillQuestion & { body: DrillScheduleBody },
  ): Promise<DrillSchedule>;
  removeSchedule(question: DrillQuestion): Promise<{ removed: boolean }>;
}
