import { Knex } from 'knex';

/** Remembers up to where people were told of what happened, so that another replica goes on from there. */
export interface NotificationMarkStore {
  /** 0 where nobody was told of anything yet. */
  read(name: string): Promise<number>;
  /** Moves a mark on; never back, whoever is slower. */
  advance(name: string, seq: number): Promise<void>;
}

export class DatabaseNotificationMarkStore implements NotificationMarkStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read(name: string): Promise<number> {
    const row = await this.#knex('velero_notification_mark')
      .where({ name })
      .first();
    return Number(row?.seq ?? 0);
  }

  async advance(name: string, seq: number): Promise<void> {
    await this.#knex('velero_notification_mark')
      .insert({ name, seq: 0 })
      .onConflict('name')
      .ignore();
    await this.#knex('velero_notification_mark')
      .where({ name })
      .andWhere('seq', '<', seq)
      .update({ seq });
  }
}
