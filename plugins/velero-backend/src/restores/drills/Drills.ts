import { DrillScheduleBody } from 'backstage-plugin-velero-common';
import { StoredDrillSchedule } from '../../store/drills/DrillScheduleStore';
import { NamespaceKey } from '../../store/NamespaceStore';
import {
  RestoreRequester,
  StoredRestoreRequest,
} from '../../store/RestoreRequestStore';
import { Visible } from '../readVisible';
import { DrillPlan } from './DrillPlanner';

/** What is known of drills of some namespaces. */
export interface KnownDrills {
  lastProven?: StoredRestoreRequest;
  /** Only when it is newer. */
  lastUnproven?: StoredRestoreRequest;
  open?: StoredRestoreRequest;
}

/** Drills of entities, and when they are made. */
export interface Drills {
  /** @param visible - which of them the reader may see */
  known(namespaces: NamespaceKey[], visible: Visible): Promise<KnownDrills>;
  /** @throws ConflictError when there is no good backup of them */
  plan(namespaces: NamespaceKey[], cluster?: string): Promise<DrillPlan>;
  schedule(entityRef: string): Promise<StoredDrillSchedule | undefined>;
  /** @throws InputError for times that it cannot be at */
  setSchedule(
    order: DrillScheduleBody & {
      entityRef: string;
      requester: RestoreRequester;
    },
  ): Promise<StoredDrillSchedule>;
  /** @returns whether there was one */
  removeSchedule(entityRef: string): Promise<boolean>;
}
