import { Knex } from 'knex';
import { appendEvent, ChainHead, lockChain } from '../restoreChain';
import { toRow } from '../restoreRequestRow';
import { NewRestoreRequest, RestoreRequestStore } from '../RestoreRequestStore';
import { findById, findByKey } from './findRequest';
import { insertApprovers } from './insertApprovers';
import { countOpen, countToday } from './usageOfRequests';

/** Keeps a request, or finds the one that the requester gave the same key before. */
export function createRequest(
  knex: Knex,
  request: NewRestoreRequest,
): ReturnType<RestoreRequestStore['create']> {
  return knex.transaction(async transaction => {
    const head = await lockChain(transaction);
    const { userRef } = request.requester;
    const known = await findByKey(transaction, userRef, request.key);
    if (known) {
      return { request: known, isNew: false };
    }
    const limit = await exceededLimit(transaction, request);
    if (limit) {
      return { limit };
    }
    await insertRequest(transaction, request, head);
    const { id } = request;
    return { request: (await findById(transaction, id))!, isNew: true };
  });
}

async function exceededLimit(
  transaction: Knex,
  request: NewRestoreRequest,
): Promise<'openPerUser' | 'perNamespaceAndDay' | undefined> {
  const { requester, limits, namespaces, wish } = request;
  const open = await countOpen(transaction, requester.userRef);
  if (open >= limits.openPerUser) {
    return 'openPerUser';
  }
  const today = await countToday(transaction, {
    cluster: wish.backup.cluster,
    drills: wish.drill,
    namespaces: namespaces
      .filter(({ isTarget }) => isTarget === !wish.drill)
      .map(({ namespace }) => namespace),
  });
  return Object.values(today).some(
    number => number >= limits.perNamespaceAndDay,
  )
    ? 'perNamespaceAndDay'
    : undefined;
}

async function insertRequest(
  transaction: Knex,
  request: NewRestoreRequest,
  head: ChainHead,
): Promise<void> {
  const { id, namespaces, approvers, requester, wish } = request;
  await transaction('velero_restore_request').insert(toRow(request, head.now));
  if (namespaces.length > 0) {
    await transaction('velero_restore_request_namespace').insert(
      namespaces.map(({ cluster, namespace, isTarget }) => ({
        request: id,
        cluster,
        namespace,
        is_target: isTarget,
      })),
    );
  }
  await insertApprovers(transaction, id, approvers);
  await appendEvent(transaction, head, id, {
    type: 'requested',
    actor: requester.userRef,
    body: { wish, state: request.state },
  });
}
