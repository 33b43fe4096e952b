import {
  NewRestoreRequest,
  StoredDrill,
  StoredRestoreRequest,
} from './RestoreRequestStore';
import { RestoreRequestRow } from './tables';

/** A new request as a row. */
export function toRow(
  request: NewRestoreRequest,
  now: number,
): RestoreRequestRow {
  const { id, state, requester, wish, restore, notBefore } = request;
  const { cluster, veleroNamespace, name } = wish.backup;
  return {
    id,
    version: 1,
    state,
    user_ref: requester.userRef,
    request_key: request.key,
    cluster,
    velero_namespace: veleroNamespace,
    backup: name,
    restore,
    created_at: now,
    updated_at: now,
    due_at: now + request.ttl,
    not_before: notBefore,
    held_until: 0,
    wish: JSON.stringify(wish),
    requester: JSON.stringify(requester),
    binding: JSON.stringify(request.binding),
    approvals: JSON.stringify(request.approvals),
    owners: JSON.stringify(request.owners),
    ...(request.drill && drillColumns(request.drill)),
  };
}

/** A row as a request. */
export function toRequest(row: RestoreRequestRow): StoredRestoreRequest {
  return {
    id: row.id,
    key: row.request_key,
    version: row.version,
    state: row.state,
    requester: JSON.parse(row.requester),
    wish: JSON.parse(row.wish),
    binding: JSON.parse(row.binding),
    approvals: JSON.parse(row.approvals),
    owners: JSON.parse(row.owners),
    restore: row.restore,
    ...(row.restore_uid && { restoreUid: row.restore_uid }),
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    dueAt: Number(row.due_at),
    notBefore: Number(row.not_before),
    ...(row.outcome && { outcome: JSON.parse(row.outcome) }),
    ...(row.drill && { drill: JSON.parse(row.drill) }),
  };
}

/** What questions are asked by stands in columns of its own. */
export function drillColumns(
  drill: StoredDrill,
): Pick<RestoreRequestRow, 'drill' | 'cleanup' | 'proven' | 'ended_at'> {
  const { cleanup, result } = drill;
  return {
    drill: JSON.stringify(drill),
    cleanup,
    ...(result && {
      // What was narrow is found by neither question.
      proven: result.narrow ? null : result.proven,
      ended_at: Date.parse(result.endedAt),
    }),
  };
}
