import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { databaseNow } from './databaseTime';
import { BackupSlotRow } from './tables';

const HOUR = 3_600_000;

/** A user's right to one backup in this hour. */
export interface BackupSlot {
  userRef: string;
  requestId: string;
  slot: number;
}

export interface SlotRequest {
  userRef: string;
  requestId: string;
  limit: number;
  backup: string;
}

/** A slot that may be used. */
export interface HeldSlot {
  taken: BackupSlot;
  /** The text that came with the same request before; absent when it is the first. */
  before?: string;
}

/** What became of wanting a slot. */
export type TakenSlot =
  | HeldSlot
  /** None is free before that time, in milliseconds since the epoch. */
  | { taken?: undefined; nextAt: number };

/** How many slots a user has left, and when the next one is free when there is none. */
export interface SlotsLeft {
  left: number;
  nextAt?: number;
}

/** Limits how many backups a user asks for in an hour. The limit holds for all replicas together. */
export interface BackupSlots {
  /** @param options - `backup` is what the request is told when it comes again */
  take(options: SlotRequest): Promise<TakenSlot>;
  /** What the same request was told in this hour. */
  find(userRef: string, requestId: string): Promise<string | undefined>;
  /** Changes what the request is told when it comes again. */
  remember(slot: BackupSlot, backup: string): Promise<void>;
  /**
   * Gives a slot back that nothing came of, once for each time it was taken. It is free when all who took it have given
   * it back.
   */
  giveBack(slot: BackupSlot): Promise<void>;
  left(userRef: string, limit: number): Promise<SlotsLeft>;
}

/**
 * Each user has as many rows as backups in an hour. Taking one is a single conditional UPDATE, so that requests at the
 * same moment cannot take more than there are, and nothing has to be locked or cleaned. A row counts who holds it: of
 * the calls of one request, on whichever replica, one may make the backup after another was refused.
 */
export class DatabaseBackupSlots implements BackupSlots {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async take(options: SlotRequest): Promise<TakenSlot> {
    await this.#prepare(options.userRef, options.limit);
    for (;;) {
      const result = await this.#tryToTake(options);
      if (result) {
        return result;
      }
    }
  }

  async find(userRef: string, requestId: string): Promise<string | undefined> {
    const row = await this.#knex('velero_backup_slot')
      .where({ user_ref: userRef, request_id: requestId })
      .andWhere('taken_at', '>', this.#anHourAgo())
      .first('backup');
    return row?.backup ?? undefined;
  }

  async remember(slot: BackupSlot, backup: string): Promise<void> {
    await this.#where(slot).update({ backup });
  }

  async giveBack(slot: BackupSlot): Promise<void> {
    const holders = this.#knex.raw('holders - 1');
    await this.#where(slot).update({ holders });
    await this.#where(slot)
      .andWhere('holders', '<=', 0)
      .update({ taken_at: 0, request_id: null, backup: null });
  }

  async left(userRef: string, limit: number): Promise<SlotsLeft> {
    const rows = await this.#rows(userRef);
    const busy = rows.filter(row => row.slot < limit && row.busy);
    return busy.length < limit
      ? { left: limit - busy.length }
      : { left: 0, nextAt: earliestEnd(busy) };
  }

  #where({ userRef, requestId, slot }: BackupSlot) {
    return this.#knex('velero_backup_slot').where({
      user_ref: userRef,
      request_id: requestId,
      slot,
    });
  }

  async #prepare(userRef: string, limit: number): Promise<void> {
    const rows = Array.from({ length: limit }, (_, slot) => ({
      user_ref: userRef,
      slot,
      taken_at: 0,
    }));
    await this.#knex('velero_backup_slot')
      .insert(rows)
      .onConflict(['user_ref', 'slot'])
      .ignore();
  }

  /** Gives nothing when another request was faster. */
  async #tryToTake(options: SlotRequest): Promise<TakenSlot | undefined> {
    const { userRef, requestId, limit, backup } = options;
    const rows = await this.#rows(userRef);
    const same = rows.find(row => row.request_id === requestId && row.busy);
    if (same) {
      const taken = { userRef, requestId, slot: same.slot };
      const joined = await this.#join(taken);
      return joined ? { taken, before: same.backup! } : undefined;
    }
    const usable = rows.filter(({ slot }) => slot < limit);
    const free = usable.find(({ busy }) => !busy);
    if (!free) {
      return { nextAt: earliestEnd(usable) };
    }
    const taken = { userRef, requestId, slot: free.slot };
    return (await this.#claim(taken, backup)) ? { taken } : undefined;
  }

  async #rows(
    userRef: string,
  ): Promise<Array<BackupSlotRow & { busy: boolean }>> {
    const knex = this.#knex;
    const rows = await knex('velero_backup_slot')
      .where({ user_ref: userRef })
      .select('*', knex.raw('taken_at > ? as busy', [this.#anHourAgo()]))
      .orderBy('taken_at');
    return rows.map(row => ({ ...row, busy: Boolean(row.busy) }));
  }

  /** False when the slot was given back meanwhile. */
  async #join(slot: BackupSlot): Promise<boolean> {
    const joined = await this.#where(slot)
      .andWhere('taken_at', '>', this.#anHourAgo())
      .update({ holders: this.#knex.raw('holders + 1') });
    return joined > 0;
  }

  /** False when another request was faster, for the slot or with the same id. */
  async #claim(wanted: BackupSlot, backup: string): Promise<boolean> {
    const { userRef, requestId, slot } = wanted;
    const knex = this.#knex;
    try {
      await knex('velero_backup_slot')
        .where({ user_ref: userRef, request_id: requestId })
        .andWhere('taken_at', '<=', this.#anHourAgo())
        .update({ request_id: null, backup: null });
      const claimed = await knex('velero_backup_slot')
        .where({ user_ref: userRef, slot })
        .andWhere('taken_at', '<=', this.#anHourAgo())
        .update({
          taken_at: databaseNow(knex),
          holders: 1,
          request_id: requestId,
          backup,
        });
      return claimed > 0;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return false;
      }
      throw error;
    }
  }

  #anHourAgo(): Knex.Raw {
    return this.#knex.raw('? - ?', [databaseNow(this.#knex), HOUR]);
  }
}

function earliestEnd(rows: BackupSlotRow[]): number {
  return Math.min(...rows.map(row => Number(row.taken_at))) + HOUR;
}
