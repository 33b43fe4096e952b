import { Knex } from 'knex';
import {
  mayFollow,
  RestoreState,
  restoreStates,
} from 'backstage-plugin-velero-common';
import { statementTime } from '../databaseTime';
import { appendEvent, lockChain } from '../restoreChain';
import { findBusyTargets, targetsOf } from './findBusyTargets';
import { drillColumns, toRequest } from '../restoreRequestRow';
import {
  NewRestoreEvent,
  RestoreRequestChange,
  StoredRestoreRequest,
} from '../RestoreRequestStore';

/** Takes back what was changed in the transaction. */
class TargetBusy extends Error {}

/** Changes a request that is as it was when it was read, and adds what happened to its history, both or neither. */
export function changeRequest(
  knex: Knex,
  request: Pick<StoredRestoreRequest, 'id' | 'version'>,
  change: RestoreRequestChange,
  event?: NewRestoreEvent,
): Promise<StoredRestoreRequest | undefined> {
  // Only the history has to wait for its turn.
  return event
    ? changeAndTell(knex, request, change, event).catch(nothingIfBusy)
    : applyChange(knex, request, change);
}

function changeAndTell(
  knex: Knex,
  request: Pick<StoredRestoreRequest, 'id' | 'version'>,
  change: RestoreRequestChange,
  event: NewRestoreEvent,
): Promise<StoredRestoreRequest | undefined> {
  return knex.transaction(async transaction => {
    const changed = await applyChange(transaction, request, change);
    if (!changed) {
      return undefined;
    }
    // As late as can be: whoever adds to the history waits for whoever has its end.
    const head = await lockChain(transaction);
    if (change.state === 'submitting' && (await isBusy(transaction, changed))) {
      throw new TargetBusy();
    }
    await appendEvent(transaction, head, request.id, event);
    return changed;
  });
}

function nothingIfBusy(error: unknown): undefined {
  if (!(error instanceof TargetBusy)) {
    throw error;
  }
}

/** Two begin one after the other, each with the end of the history, so that one of them sees the other. */
async function isBusy(
  transaction: Knex,
  { id, wish }: StoredRestoreRequest,
): Promise<boolean> {
  const busy = await findBusyTargets(transaction, {
    cluster: wish.backup.cluster,
    targets: targetsOf(wish),
    without: id,
  });
  return busy.length > 0;
}

/** Changes a request that is what it was when it was read, and may become what is wanted. */
async function applyChange(
  knex: Knex,
  { id, version }: Pick<StoredRestoreRequest, 'id' | 'version'>,
  change: RestoreRequestChange,
): Promise<StoredRestoreRequest | undefined> {
  const [row] = await knex('velero_restore_request')
    .where({ id, version })
    .modify(beforeState(change.state))
    .update({ version: version + 1, ...columnsOf(knex, change) })
    .returning('*');
  return row && toRequest(row);
}

/** Whatever a replica believes, nothing becomes what may not follow upon what it is. */
function beforeState(state: RestoreState | undefined) {
  return (query: Knex.QueryBuilder) => {
    if (state) {
      query.whereIn(
        'state',
        restoreStates.filter(from => from === state || mayFollow(from, state)),
      );
    }
  };
}

function columnsOf(knex: Knex, change: RestoreRequestChange) {
  const { heldFor = 0, ...changed } = change;
  const { state, ttl, notBefore, restoreUid, outcome, drill } = changed;
  const now = statementTime(knex);
  const later = (milliseconds: number) =>
    knex.raw('? + ?', [now, milliseconds]);
  return {
    // To be looked at again later changes nothing.
    ...(Object.keys(changed).length > 0 && { updated_at: now }),
    held_until: later(heldFor),
    ...(state && { state }),
    ...(ttl !== undefined && { due_at: later(ttl) }),
    ...(notBefore !== undefined && { not_before: notBefore }),
    ...(restoreUid && { restore_uid: restoreUid }),
    ...(outcome && { outcome: JSON.stringify(outcome) }),
    ...(drill && drillColumns(drill)),
  };
}
