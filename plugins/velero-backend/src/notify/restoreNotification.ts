import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { approversOf } from '../restores/approversOf';
import {
  RestoreEventType,
  StoredRestoreEvent,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';

/** Longer texts are cut: the rest is on the page that the link leads to. */
const MAXIMUM = 200;

/** What is told to whoever asked. What they have done themselves they know. */
const TOLD: Partial<Record<RestoreEventType, string>> = {
  approved: 'was approved',
  rejected: 'was rejected',
  cancelled: 'was cancelled',
  expired: 'is over',
  stale: 'is stale: nothing was restored',
  'not-proven': 'has not proven that it can be restored',
  'cleanup-held': 'has a namespace that is not gone',
  'cleanup-failed': 'has left something behind',
  changed: 'needs somebody to look at it',
  unknown: 'needs somebody to look at it',
};

const ENDED: Record<string, string> = {
  succeeded: 'has succeeded',
  'partially-failed': 'has ended with errors',
  failed: 'has failed',
};

/** Makes what people are told of something that happened to a request; nothing for what nobody has to know. */
export function restoreNotification(
  event: StoredRestoreEvent,
  request: StoredRestoreRequest,
  administrators: string[],
): NotificationSendOptions | undefined {
  return ['requested', 'owners-changed'].includes(event.type)
    ? toApprovers(request, administrators)
    : toRequester(event, request);
}

function toApprovers(
  request: StoredRestoreRequest,
  administrators: string[],
): NotificationSendOptions | undefined {
  const { state, requester, approvals, owners } = request;
  const approvers = approversOf(approvals, owners).flatMap(ref =>
    ref === 'platform' ? administrators : ref,
  );
  // Whoever comes late to what was decided meanwhile need not be told.
  if (state !== 'pending' || approvers.length === 0) {
    return undefined;
  }
  return notification(request, {
    to: [...new Set(approvers)],
    except: requester.userRef,
    title: `Restore of ${subjectOf(request)} waits for your decision`,
    description: request.wish.reason,
    scope: 'decide',
  });
}

function toRequester(
  event: StoredRestoreEvent,
  request: StoredRestoreRequest,
): NotificationSendOptions | undefined {
  const { userRef } = request.requester;
  const what =
    event.type === 'ended' ? endOf(event, request) : TOLD[event.type];
  if (!what || event.actor === userRef) {
    return undefined;
  }
  return notification(request, {
    to: [userRef],
    title: `${request.drill ? 'Drill' : 'Restore'} of ${subjectOf(
      request,
    )} ${what}`,
    description: descriptionOf(event, request),
    scope: 'state',
  });
}

/** What a drill has shown is told right after its end, and only when it is not what was hoped for. */
function endOf(
  event: StoredRestoreEvent,
  { drill }: StoredRestoreRequest,
): string | undefined {
  return drill ? undefined : ENDED[String(event.body?.state)];
}

/** What is told of a drill is about what happened, not about its restore. */
function descriptionOf(
  { body }: StoredRestoreEvent,
  { drill, outcome }: StoredRestoreRequest,
): string | undefined {
  return drill && typeof body?.message === 'string'
    ? body.message
    : outcome?.message;
}

function notification(
  { id }: StoredRestoreRequest,
  options: {
    to: string[];
    except?: string;
    title: string;
    description?: string;
    scope: string;
  },
): NotificationSendOptions {
  const { to, except, title, description, scope } = options;
  return {
    recipients: {
      type: 'entity',
      entityRef: to,
      ...(except && { excludeEntityRef: except }),
    },
    payload: {
      title,
      ...(description && { description: description.slice(0, MAXIMUM) }),
      link: `/velero/restore-requests/${id}`,
      severity: 'normal',
      topic: 'velero-restore',
      // The same again takes the place of the one before.
      scope: `velero-restore-${id}-${scope}`,
    },
  };
}

function subjectOf({ wish }: StoredRestoreRequest): string {
  const { namespaces, wholeBackup, backup } = wish;
  return wholeBackup === undefined
    ? namespaces
        .map(({ source }) => source)
        .join(', ')
        .slice(0, MAXIMUM)
    : `backup ${backup.name}`;
}
