import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import { BackupRequest, CreatedBackup } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { BackupSlot, BackupSlots, HeldSlot } from '../store/BackupSlots';
import { BackupOrder } from './backupObject';
import { BackupWriter } from './BackupWriter';
import { nameOfOrder } from './nameOfOrder';
import { notKnown } from './notKnown';
import { OperationError } from './OperationError';
import { uniqueSorted } from './uniqueSorted';

/** How many names are tried when others make backups of the same entity in the same second. */
const NAMES = 20;

/** What a user asks for, for which entity. */
interface Wanted {
  entityRef: string;
  request: BackupRequest;
}

interface BackupTask {
  order: BackupOrder;
  /** What the order was made of. */
  request: BackupRequest;
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
  async find(
    wanted: Wanted & { userRef: string },
  ): Promise<BackupOrder | undefined> {
    const { userRef, request } = wanted;
    const { requestId } = request;
    const text = requestId && (await this.#slots.find(userRef, requestId));
    if (!text) {
      return undefined;
    }
    const order = { ...parse(text), userRef, requestId };
    assertSame(order, wanted);
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
    const { order, request } = task;
    const before = { ...order, ...parse(text) };
    assertSame(before, { entityRef: order.entityRef, request });
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
    while (!(await new BackupWriter({ connection, order }).write())) {
      if (order.attempt === NAMES) {
        throw nameTaken(order);
      }
      order = renamed(order);
      await this.#slots.remember(slot, textOf(order));
    }
    return createdOf(order);
  }
}

function renamed(order: BackupOrder): BackupOrder {
  const next = { ...order, attempt: order.attempt + 1 };
  return { ...next, name: nameOfOrder(next) };
}

function createdOf(order: BackupOrder): CreatedBackup {
  const { entityRef, userRef, requestId, requestedAt, attempt, ...created } =
    order;
  return created;
}

/** The user and the id of the request are in the slot already. */
function textOf({ userRef, requestId, ...rest }: BackupOrder): string {
  return JSON.stringify(rest);
}

function parse(text: string): Omit<BackupOrder, 'userRef' | 'requestId'> {
  return JSON.parse(text);
}

/** What was left to the portal is not compared: it may choose differently a moment later. */
function assertSame(before: BackupOrder, { entityRef, request }: Wanted) {
  const { name, userRef, requestId, requestedAt, attempt, ...known } = before;
  const { requestId: _, ...named } = request;
  const wanted = {
    ...known,
    ...named,
    entityRef,
    namespaces: uniqueSorted(request.namespaces),
    keepFor: (request.keepFor ?? known.keepFor).trim(),
  };
  if (!isDeepStrictEqual(wanted, known)) {
    throw new InputError(
      `'requestId' belongs to the request that made backup '${before.name}'; take a new one for another backup`,
    );
  }
}

function isNotKnown(error: unknown): boolean {
  return error instanceof OperationError && error.reason === 'not-known';
}

function nameTaken({ cluster, name }: BackupOrder): OperationError {
  return new OperationError(
    'name-taken',
    `No backup was made: cluster '${cluster}' has a backup '${name}' already. Try again in a moment`,
  );
}

function limitReached(limit: number, possibleAt: Date): OperationError {
  return new OperationError(
    'limit-reached',
    `No backup was made: you may make ${limit} in an hour. The next one is possible at ${possibleAt.toISOString()}`,
    { possibleAt: possibleAt.toISOString() },
  );
}
