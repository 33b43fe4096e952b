import {
  NewRestoreEvent,
  RestoreRequestChange,
  StoredDrill,
  StoredRestoreRequest,
} from '../../store/RestoreRequestStore';

/** What becomes of a drill next; without an event it is not worth telling. */
export interface DrillStep {
  change: RestoreRequestChange;
  event?: NewRestoreEvent;
}

/** A request that is a drill. */
export type DrillRequest = StoredRestoreRequest & { drill: StoredDrill };

/** Keeps something new of a drill. */
export function drillStep(
  { drill }: DrillRequest,
  changes: Partial<StoredDrill>,
  more: { event?: NewRestoreEvent; heldFor?: number } = {},
): DrillStep {
  const { event, heldFor } = more;
  return {
    change: {
      drill: { ...drill, ...changes },
      ...(heldFor !== undefined && { heldFor }),
    },
    ...(event && { event }),
  };
}
