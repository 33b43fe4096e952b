import {
  hasEnded,
  RestoreRequestDetails,
  RestoreRequestEvent,
  RestoreRequestSummary,
} from 'backstage-plugin-velero-common';
import {
  StoredRestoreEvent,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { toRequestedDrill } from './drills/toDrills';
import { FollowedRequest } from './Restores';

/** Makes what lists show of a request. */
export function toRequestSummary(
  request: StoredRestoreRequest,
): RestoreRequestSummary {
  const { id, state, requester, wish, createdAt, updatedAt } = request;
  const { dueAt, notBefore, restore, outcome } = request;
  const waits = state === 'pending' || state === 'approved';
  return {
    id,
    state,
    requester: requester.userRef,
    ...(requester.entityRef && { entityRef: requester.entityRef }),
    wish,
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
    ...(waits && { dueAt: isoTime(dueAt) }),
    ...(notBefore > 0 && waits && { notBefore: isoTime(notBefore) }),
    ...(wasAsked(request) && { restore }),
    ...(outcome && { outcome }),
    ...(request.drill && { drill: toRequestedDrill(request.drill) }),
  };
}

/** Makes all that may be shown of a request to whoever may see it. */
export function toRequestDetails(
  followed: FollowedRequest,
): RestoreRequestDetails {
  const { request, events, approvals, cluster, ...rights } = followed;
  const { id, title } = request.binding.policy;
  return {
    ...toRequestSummary(request),
    spec: request.binding.spec,
    policy: { id, ...(title && { title }) },
    approvals,
    events: events.map(toRequestEvent),
    ...(cluster && { cluster }),
    ...rights,
  };
}

/** Groups that somebody is in stay out of the history that others read. */
function toRequestEvent(event: StoredRestoreEvent): RestoreRequestEvent {
  const { seq, at, type, actor, body, hash } = event;
  const text = [body?.text, body?.message].find(
    value => typeof value === 'string',
  ) as string | undefined;
  return {
    seq,
    at: isoTime(at),
    type,
    ...(actor && { actor }),
    ...(text && { text }),
    hash,
  };
}

/** Whether there may be a Restore in the cluster. */
function wasAsked({ state, restoreUid }: StoredRestoreRequest): boolean {
  const never = [
    'pending',
    'approved',
    'rejected',
    'cancelled',
    'expired',
    'stale',
  ];
  return (
    restoreUid !== undefined || !(hasEnded(state) || never.includes(state))
  );
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
