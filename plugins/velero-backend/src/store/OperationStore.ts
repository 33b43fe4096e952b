import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { databaseNow } from './databaseTime';
import { claimTenant, TenantClaim } from './TenantNameStore';
import { toStoredOperation } from './toStoredOperation';

/** Operations that one answer draws on at most. */
const MAXIMUM = 1_000;

/** What becomes of an operation. Those that do not run have ended. */
export type OperationState = 'running' | 'succeeded' | 'failed' | 'cancelled';

/** Something that takes longer than a request. Times are milliseconds since the epoch. */
export interface StoredOperation {
  id: string;
  kind: string;
  /** What it is done to. */
  subject: string;
  userRef: string;
  state: OperationState;
  /** True once somebody wants it to stop. */
  cancelled: boolean;
  createdAt: number;
  updatedAt: number;
  /** What is to be done, as JSON. */
  task: string;
  /** What was done, as JSON. */
  progress: string;
}

/** A replica's right to work on an operation. It ends when another replica takes a later epoch. */
export interface OperationLease {
  id: string;
  holder: string;
  epoch: number;
}

export interface NewOperation
  extends Pick<
    StoredOperation,
    'id' | 'kind' | 'subject' | 'userRef' | 'task' | 'progress'
  > {
  /** What it needs for itself alone; two at once on one would undo each other's work. */
  locks: string[];
  /** The name of a tenant that it is to have for its owner from then on. */
  claim?: TenantClaim;
  holder: string;
  /** Milliseconds for which the replica has it, until it saves something. */
  ttl: number;
}

/** Keeps operations, so that another replica goes on where one ended. Nothing in them is secret. */
export interface OperationStore {
  /**
   * Begins an operation. Gives nothing when there is one of that id, or another has one of the locks.
   *
   * @throws ConflictError when the name that it claims belongs to another owner
   */
  begin(operation: NewOperation): Promise<OperationLease | undefined>;
  find(id: string): Promise<StoredOperation | undefined>;
  /** Lists the operations that have one of the locks. */
  findHolding(locks: string[]): Promise<StoredOperation[]>;
  /** Lists those of a kind that run, or have ended no longer ago than `within` milliseconds. */
  findRecent(kind: string, within: number): Promise<StoredOperation[]>;
  /** Takes an operation that runs and that nobody works on. */
  adopt(options: {
    holder: string;
    ttl: number;
  }): Promise<
    { lease: OperationLease; operation: StoredOperation } | undefined
  >;
  /**
   * Keeps how far it is, and the right to go on; a task replaces the one it was begun with.
   *
   * @returns whether somebody wants it to stop
   * @throws ConflictError when another replica works on it
   */
  save(
    lease: OperationLease,
    options: { progress: string; task?: string; ttl: number },
  ): Promise<{ cancelled: boolean }>;
  /** @throws ConflictError when another replica works on it */
  end(
    lease: OperationLease,
    options: { state: OperationState; progress: string },
  ): Promise<void>;
  /**
   * Leaves all locks but some to other operations, long before the end.
   *
   * @throws ConflictError when another replica works on it
   */
  unlock(lease: OperationLease, options: { keep: string[] }): Promise<void>;
  /** Gives up the right to go on at once, so that another replica need not wait for its end. */
  release(lease: OperationLease): Promise<void>;
  /** Asks that it stop. False when it does not run. */
  cancel(id: string): Promise<boolean>;
}

export class DatabaseOperationStore implements OperationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async begin(operation: NewOperation): Promise<OperationLease | undefined> {
    const { id, locks, claim, holder, ttl } = operation;
    try {
      await this.#knex.transaction(async transaction => {
        await transaction('velero_operation').insert({
          ...this.#rowOf(operation),
          holder,
          epoch: 1,
          expires_at: this.#after(ttl),
        });
        // In one order everywhere, so that two that want the same never wait for each other.
        for (const name of [...new Set(locks)].sort()) {
          await transaction('velero_operation_lock').insert({
            name,
            operation: id,
          });
        }
        if (claim) {
          await claimTenant(transaction, claim, id);
        }
      });
      return { id, holder, epoch: 1 };
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return undefined;
      }
      throw error;
    }
  }

  async find(id: string): Promise<StoredOperation | undefined> {
    const row = await this.#knex('velero_operation').where({ id }).first();
    return row && toStoredOperation(row);
  }

  async findHolding(locks: string[]): Promise<StoredOperation[]> {
    const rows = await this.#knex('velero_operation')
      .whereIn(
        'id',
        this.#knex('velero_operation_lock')
          .whereIn('name', locks)
          .select('operation'),
      )
      .orderBy('created_at');
    return rows.map(toStoredOperation);
  }

  async findRecent(kind: string, within: number): Promise<StoredOperation[]> {
    const rows = await this.#knex('velero_operation')
      .where({ kind })
      .andWhere(recent =>
        recent
          .where('state', 'running')
          .orWhere('updated_at', '>', this.#after(-within)),
      )
      .orderBy('created_at')
      .limit(MAXIMUM);
    return rows.map(toStoredOperation);
  }

  async adopt(options: { holder: string; ttl: number }) {
    const { holder, ttl } = options;
    const abandoned = await this.#knex('velero_operation')
      .where({ state: 'running' })
      .andWhere('expires_at', '<', databaseNow(this.#knex))
      .orderBy('created_at')
      .first();
    if (!abandoned) {
      return undefined;
    }
    const { id, epoch } = abandoned;
    const taken = await this.#held({ id, epoch })
      .andWhere('expires_at', '<', databaseNow(this.#knex))
      .update({ holder, epoch: epoch + 1, expires_at: this.#after(ttl) });
    return taken
      ? {
          lease: { id, holder, epoch: epoch + 1 },
          operation: toStoredOperation(abandoned),
        }
      : undefined;
  }

  async save(
    lease: OperationLease,
    options: { progress: string; task?: string; ttl: number },
  ): Promise<{ cancelled: boolean }> {
    const { progress, task, ttl } = options;
    assertHeld(
      await this.#held(lease).update({
        progress,
        ...(task !== undefined && { task }),
        updated_at: databaseNow(this.#knex),
        expires_at: this.#after(ttl),
      }),
    );
    const row = await this.#held(lease).first('cancelled');
    return { cancelled: Boolean(row?.cancelled) };
  }

  async end(
    lease: OperationLease,
    options: { state: OperationState; progress: string },
  ): Promise<void> {
    const { state, progress } = options;
    await this.#knex.transaction(async transaction => {
      assertHeld(
        await this.#held(lease, transaction).update({
          state,
          progress,
          updated_at: databaseNow(this.#knex),
          holder: null,
          expires_at: 0,
        }),
      );
      await transaction('velero_operation_lock')
        .where({ operation: lease.id })
        .del();
    });
  }

  async unlock(
    lease: OperationLease,
    { keep }: { keep: string[] },
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      // A write, so that no other replica takes it over meanwhile.
      assertHeld(
        await this.#held(lease, transaction).update({
          updated_at: databaseNow(transaction),
        }),
      );
      await transaction('velero_operation_lock')
        .where({ operation: lease.id })
        .whereNotIn('name', keep)
        .del();
    });
  }

  async release(lease: OperationLease): Promise<void> {
    await this.#held(lease).update({ expires_at: 0 });
  }

  async cancel(id: string): Promise<boolean> {
    const asked = await this.#knex('velero_operation')
      .where({ id, state: 'running' })
      .update({ cancelled: true });
    return asked > 0;
  }

  #rowOf(operation: NewOperation) {
    const { id, kind, subject, userRef, task, progress } = operation;
    const now = databaseNow(this.#knex);
    return {
      id,
      kind,
      subject,
      user_ref: userRef,
      state: 'running' as const,
      created_at: now,
      updated_at: now,
      task,
      progress,
    };
  }

  #held(
    { id, epoch }: Pick<OperationLease, 'id' | 'epoch'>,
    knex: Knex = this.#knex,
  ) {
    return knex('velero_operation').where({ id, epoch, state: 'running' });
  }

  #after(ttl: number): Knex.Raw {
    return this.#knex.raw('? + ?', [databaseNow(this.#knex), ttl]);
  }
}

function assertHeld(updated: number) {
  if (updated === 0) {
    throw new ConflictError('Another replica works on the operation');
  }
}
