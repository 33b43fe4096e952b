import { Knex } from 'knex';
import { appendEvent, lockChain, toEvent } from './restoreChain';
import {
  DrillsQuestion,
  NewRestoreEvent,
  NewRestoreRequest,
  RequestNamespace,
  RequestOwners,
  RestoreRequestChange,
  RestoreRequestQuestion,
  RestoreRequestStore,
  RestoreUsage,
  StoredRestoreEvent,
  StoredRestoreRequest,
} from './RestoreRequestStore';
import { changeOwners } from './restoreRequests/changeOwners';
import { changeRequest } from './restoreRequests/changeRequest';
import { createRequest } from './restoreRequests/createRequest';
import { findById, findByKey } from './restoreRequests/findRequest';
import { listDrills } from './restoreRequests/listDrills';
import { listRequests } from './restoreRequests/listRequests';
import { runningRequests } from './restoreRequests/runningRequests';
import { takeDrill } from './restoreRequests/takeDrill';
import { takeRequest } from './restoreRequests/takeRequest';
import { usageOfRequests } from './restoreRequests/usageOfRequests';

export class DatabaseRestoreRequestStore implements RestoreRequestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  create(
    request: NewRestoreRequest,
  ): ReturnType<RestoreRequestStore['create']> {
    return createRequest(this.#knex, request);
  }

  find(id: string): Promise<StoredRestoreRequest | undefined> {
    return findById(this.#knex, id);
  }

  findByKey(
    userRef: string,
    key: string,
  ): Promise<StoredRestoreRequest | undefined> {
    return findByKey(this.#knex, userRef, key);
  }

  list(question: RestoreRequestQuestion): Promise<StoredRestoreRequest[]> {
    return listRequests(this.#knex, question);
  }

  change(
    request: Pick<StoredRestoreRequest, 'id' | 'version'>,
    change: RestoreRequestChange,
    event?: NewRestoreEvent,
  ): Promise<StoredRestoreRequest | undefined> {
    return changeRequest(this.#knex, request, change, event);
  }

  changeOwners(
    request: Pick<StoredRestoreRequest, 'id' | 'version'>,
    owners: RequestOwners,
  ): Promise<StoredRestoreRequest | undefined> {
    return changeOwners(this.#knex, request, owners);
  }

  async namespacesOf(id: string): Promise<RequestNamespace[]> {
    const rows = await this.#knex('velero_restore_request_namespace').where({
      request: id,
    });
    return rows.map(({ cluster, namespace, is_target }) => ({
      cluster,
      namespace,
      isTarget: Boolean(is_target),
    }));
  }

  async note(id: string, event: NewRestoreEvent): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const head = await lockChain(transaction);
      await appendEvent(transaction, head, id, event);
    });
  }

  take(options: {
    holder: string;
    ttl: number;
  }): ReturnType<RestoreRequestStore['take']> {
    return takeRequest(this.#knex, options);
  }

  takeDrill(options: {
    holder: string;
    ttl: number;
  }): Promise<StoredRestoreRequest | undefined> {
    return takeDrill(this.#knex, options);
  }

  drills(question: DrillsQuestion): Promise<StoredRestoreRequest[]> {
    return listDrills(this.#knex, question);
  }

  findRunning(): Promise<StoredRestoreRequest[]> {
    return runningRequests(this.#knex);
  }

  async eventsOf(id: string): Promise<StoredRestoreEvent[]> {
    const rows = await this.#knex('velero_restore_event')
      .where({ request: id })
      .orderBy('seq');
    return rows.map(toEvent);
  }

  async exportEvents(options: {
    after: number;
    limit: number;
  }): Promise<StoredRestoreEvent[]> {
    const rows = await this.#knex('velero_restore_event')
      .where('seq', '>', options.after)
      .orderBy('seq')
      .limit(options.limit);
    return rows.map(toEvent);
  }

  usage(
    question: Parameters<RestoreRequestStore['usage']>[0],
  ): Promise<RestoreUsage> {
    return usageOfRequests(this.#knex, question);
  }
}
