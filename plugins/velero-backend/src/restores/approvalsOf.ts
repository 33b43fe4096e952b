import { Approval } from 'backstage-plugin-velero-common';
import { StoredRestoreEvent } from '../store/RestoreRequestStore';

/** Those who agreed, as they were when they did. */
export function approvalsOf(events: StoredRestoreEvent[]): Approval[] {
  return events.flatMap(({ type, actor, body }) =>
    type === 'approved' && actor
      ? [
          {
            userRef: actor,
            ownershipRefs: textsOf(body?.ownershipRefs),
            administrator: body?.administrator === true,
          },
        ]
      : [],
  );
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}
