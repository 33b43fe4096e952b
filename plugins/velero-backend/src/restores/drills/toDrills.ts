import {
  DrillRecord,
  DrillSchedule,
  RequestedDrill,
} from 'backstage-plugin-velero-common';
import { StoredDrillSchedule } from '../../store/drills/DrillScheduleStore';
import {
  StoredDrill,
  StoredRestoreRequest,
} from '../../store/RestoreRequestStore';

/** Makes what is shown of a drill on its request. */
export function toRequestedDrill(drill: StoredDrill): RequestedDrill {
  const { cleanup, message, remedy, result } = drill;
  return {
    cleanup,
    ...(message && { message }),
    ...(remedy && { remedy }),
    ...(result && { result }),
  };
}

/** Makes what is shown of a drill that is over; nothing of another one. */
export function toDrillRecord(
  request: StoredRestoreRequest | undefined,
): DrillRecord | undefined {
  const result = request?.drill?.result;
  return (
    result && {
      ...result,
      request: request.id,
      backup: request.wish.backup,
      namespaces: request.wish.namespaces.map(({ source }) => source),
    }
  );
}

export function toDrillSchedule(schedule: StoredDrillSchedule): DrillSchedule {
  const { cluster, namespaces, cron, requester, createdAt } = schedule;
  const { nextRun, lastRequest, lastProblem } = schedule;
  return {
    cluster,
    namespaces,
    cron,
    requester: requester.userRef,
    createdAt: isoTime(createdAt),
    ...(nextRun && { nextRunAt: isoTime(nextRun) }),
    ...(lastRequest && { lastRequest }),
    ...(lastProblem && {
      lastProblem: {
        at: isoTime(lastProblem.at),
        message: lastProblem.message,
      },
    }),
  };
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
