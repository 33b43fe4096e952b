import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { canonicalJson } from 'backstage-plugin-velero-common';
import { databaseNow, isPostgres } from './databaseTime';
import { NewRestoreEvent, StoredRestoreEvent } from './RestoreRequestStore';
import { RestoreEventRow } from './tables';

const HEAD = { id: 1 };

/** Where the chain of events ends. Whoever has it has it alone, until the transaction ends. */
export interface ChainHead {
  seq: number;
  hash: string;
  /** Milliseconds since the epoch, by the clock of the database. */
  now: number;
}

/**
 * Takes the end of the chain, so that no two transactions add to it, or count what is there, at once.
 *
 * The time comes with it in one question, as others wait meanwhile: whoever had to wait for a change of the row reads row
 * and time again.
 */
export async function lockChain(transaction: Knex): Promise<ChainHead> {
  const query = transaction('velero_restore_chain').where(HEAD);
  const { seq, hash, now } = await (isPostgres(transaction)
    ? query.forUpdate()
    : query
  )
    .first('seq', 'hash', { now: databaseNow(transaction) })
    .then(row => row as { seq: number; hash: string; now: number | string });
  return { seq: Number(seq), hash, now: Number(now) };
}

/** Adds an event to the chain. Its hash covers all events before it, so that none can be changed or left out unseen. */
export async function appendEvent(
  transaction: Knex,
  head: ChainHead,
  request: string,
  event: NewRestoreEvent,
): Promise<void> {
  const row = {
    seq: head.seq + 1,
    request,
    at: head.now,
    type: event.type,
    actor: event.actor ?? null,
    body: canonicalJson(event.body ?? {}),
  };
  const hash = hashOf(head.hash, row);
  await transaction('velero_restore_event').insert({ ...row, hash });
  await transaction('velero_restore_chain')
    .where(HEAD)
    .update({ seq: row.seq, hash });
}

/** The hash that an event has to have behind another one. */
export function hashOf(
  previous: string,
  event: Omit<RestoreEventRow, 'hash'>,
): string {
  const { seq, request, at, type, actor, body } = event;
  return createHash('sha256')
    .update(
      canonicalJson([
        previous,
        Number(seq),
        request,
        Number(at),
        type,
        actor ?? null,
        body,
      ]),
    )
    .digest('hex');
}

export function toEvent(row: RestoreEventRow): StoredRestoreEvent {
  return {
    seq: Number(row.seq),
    request: row.request,
    at: Number(row.at),
    type: row.type,
    ...(row.actor && { actor: row.actor }),
    body: JSON.parse(row.body),
    hash: row.hash,
  };
}
