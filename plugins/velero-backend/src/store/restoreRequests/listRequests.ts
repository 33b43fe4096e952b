import { Knex } from 'knex';
import { toRequest } from '../restoreRequestRow';
import {
  RestoreRequestQuestion,
  StoredRestoreRequest,
} from '../RestoreRequestStore';

type Concern = RestoreRequestQuestion['by'][number];

/** Lists requests that concern somebody, the newest first. */
export async function listRequests(
  knex: Knex,
  question: RestoreRequestQuestion,
): Promise<StoredRestoreRequest[]> {
  const { by, states, limit, after } = question;
  const query = knex({ request: 'velero_restore_request' })
    .select('request.*')
    // Who is concerned by nothing sees nothing.
    .where(any =>
      by.reduce(
        (so, one) => so.orWhere(isConcerned(one)),
        any.whereRaw('1 = 0'),
      ),
    )
    .orderBy([
      { column: 'request.created_at', order: 'desc' },
      { column: 'request.id', order: 'desc' },
    ])
    .limit(limit);
  if (states) {
    query.whereIn('request.state', states);
  }
  if (after) {
    query.whereRaw('(request.created_at, request.id) < (?, ?)', [
      after.createdAt,
      after.id,
    ]);
  }
  return (await query).map(toRequest);
}

function isConcerned(concern: Concern) {
  return (query: Knex.QueryBuilder) => {
    if (concern === 'all') {
      query.whereRaw('1 = 1');
    } else if ('userRef' in concern) {
      query.where('request.user_ref', concern.userRef);
    } else if ('approvers' in concern) {
      query
        .whereNot('request.user_ref', concern.butNot)
        .whereIn('request.id', part =>
          part
            .from('velero_restore_approver')
            .whereIn('ref', concern.approvers)
            .select('request'),
        );
    } else {
      query.whereIn('request.id', part =>
        part
          .from('velero_restore_request_namespace')
          .where('cluster', concern.cluster)
          .whereIn('namespace', concern.namespaces)
          .select('request'),
      );
    }
  };
}
