import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  backupNameOf,
  BackupRequest,
  CreatedBackup,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { BackupSlot, BackupSlots, HeldSlot } from '../store/BackupSlots';
import { BackupOrder } from './backupObject';
import { BackupWriter } from './BackupWriter';
import { notKnown } from './notKnown';
import { OperationError } from './OperationError';
import { uniqueSorted } from './uniqueSorted';

/** How many names are tried when others make backups of the same entity in the same second. */
const NAMES = 20;

interface BackupTask {
  order: BackupOrder;
  connect(): Promise<ClusterConnection>;
  /** Looks whether Velero would take the order. */
  check(connection: ClusterConnection): Promise<void>;
}

/** Carries out orders, each once, and no more of them than a user may have in an hour. */
export class BackupOrders {
  readonly #slots: BackupSlots;
  readonly #limit: number;

  constructor(options: { slots: BackupSlots; limit: number }) {
    this.#slots = options.slots;
    this.#limit = options.limit;
  }

  /** Finds the order that the same request has made before. */
  async find(options: {
    entityRef: string;
    userRef: string;
    request: BackupRequest;
  }): Promise<BackupOrder | undefined> {
    const { entityRef, userRef, request } = options;
    const { requestId } = request;
    const text = requestId && (await this.#slots.find(userRef, requestId));
    if (!text) {
      return undefined;
    }
    const order = { ...parse(text), entityRef, userRef, requestId };
    assertSame(order, request);
    return order;
  }

  async carryOut(task: BackupTask): Promise<CreatedBackup> {
    const { order } = task;
    const { userRef, requestId } = order;
    const result = await this.#slots.take({
      userRef,
      requestId,
      limit: this.#limit,
      backup: textOf(order),
    });
    if (!result.taken) {
      throw limitReached(this.#limit, new Date(result.nextAt));
    }
    try {
      return await this.#make(task, result);
    } catch (error) {
      // What was refused does not count, unless another call of the same request goes on or made the backup.
      if (!isNotKnown(error)) {
        await this.#slots.giveBack(result.taken);
      }
      throw error;
    }
  }

  async #make(
    task: BackupTask,
    { taken, before: text }: HeldSlot,
  ): Promise<CreatedBackup> {
    if (text === undefined) {
      return this.#first(task, taken);
    }
    const before = { ...task.order, ...parse(text) };
    assertSame(before, task.order);
    return this.#again({ ...task, order: before }, taken);
  }

  async #first(task: BackupTask, slot: BackupSlot): Promise<CreatedBackup> {
    const connection = await task.connect();
    await task.check(connection);
    return this.#write({ connection, order: task.order }, slot);
  }

  /** Only a look into the cluster tells what came of the request before. */
  async #again(task: BackupTask, slot: BackupSlot): Promise<CreatedBackup> {
    const { order } = task;
    const connection = await task.connect().catch(() => {
      throw notKnown(order);
    });
    if (await new BackupWriter({ connection, order }).isThere()) {
      return createdOf(order);
    }
    await task.check(connection);
    return this.#write({ connection, order }, slot);
  }

  async #write(
    options: { connection: ClusterConnection; order: BackupOrder },
    slot: BackupSlot,
  ): Promise<CreatedBackup> {
    const { connection } = options;
    let { order } = options;
    for (let attempt = 2; attempt <= NAMES; attempt++) {
      if (await new BackupWriter({ connection, order }).write()) {
        return createdOf(order);
      }
      order = { ...order, name: nextName(order, attempt) };
      await this.#slots.remember(slot, textOf(order));
    }
    throw new OperationError(
      'name-taken',
      `No backup was made: cluster '${order.cluster}' has a backup '${order.name}' already. Try again in a moment`,
    );
  }
}

function nextName({ entityRef, cluster }: BackupOrder, attempt: number) {
  return backupNameOf({
    entity: parseEntityRef(entityRef).name,
    cluster,
    time: new Date(),
    attempt,
  });
}

function createdOf(order: BackupOrder): CreatedBackup {
  const { entityRef, userRef, requestId, ...created } = order;
  return created;
}

function textOf(order: BackupOrder): string {
  return JSON.stringify(createdOf(order));
}

function parse(text: string): CreatedBackup {
  return JSON.parse(text);
}

/** What was left to the portal is not compared: it may choose differently a moment later. */
function assertSame(before: BackupOrder, wanted: BackupRequest) {
  const { cluster, namespaces, keepFor, volumes } = before;
  const same =
    wanted.cluster === cluster &&
    isDeepStrictEqual(uniqueSorted(wanted.namespaces), namespaces) &&
    (wanted.keepFor ?? keepFor).trim() === keepFor &&
    (wanted.volumes ?? volumes) === volumes;
  if (!same) {
    throw new InputError(
      `'requestId' belongs to the request that made backup '${before.name}'; take a new one for another backup`,
    );
  }
}

function isNotKnown(error: unknown): boolean {
  return error instanceof OperationError && error.reason === 'not-known';
}

function limitReached(limit: number, possibleAt: Date): OperationError {
  return new OperationError(
    'limit-reached',
    `No backup was made: you may make ${limit} in an hour. The next one is possible at ${possibleAt.toISOString()}`,
    { possibleAt: possibleAt.toISOString() },
  );
}
