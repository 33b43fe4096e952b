import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { databaseNow } from '../databaseTime';
import { DrillScheduleRow } from '../tables';
import {
  DrillRun,
  DrillScheduleStore,
  NewDrillSchedule,
  StoredDrillSchedule,
} from './DrillScheduleStore';

const TABLE = 'velero_drill_schedule';

export class DatabaseDrillScheduleStore implements DrillScheduleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(entityRef: string): Promise<StoredDrillSchedule | undefined> {
    const row = await this.#knex(TABLE)
      .where({ entity_ref: entityRef })
      .first();
    return row && toSchedule(row);
  }

  async put(schedule: NewDrillSchedule): Promise<StoredDrillSchedule> {
    const { entityRef, cluster, namespaces, cron } = schedule;
    const knex = this.#knex;
    const columns = {
      cluster,
      namespaces: JSON.stringify(namespaces),
      cron,
      requester: JSON.stringify(schedule.requester),
      next_run: schedule.nextRun,
    };
    await knex(TABLE)
      .insert({
        ...columns,
        id: randomUUID(),
        version: 1,
        entity_ref: entityRef,
        created_at: databaseNow(knex),
        held_until: 0,
      })
      .onConflict('entity_ref')
      .merge({
        ...columns,
        version: knex.raw('?? + 1', [`${TABLE}.version`]),
        held_until: 0,
        last_problem: null,
      });
    return (await this.find(entityRef))!;
  }

  async remove(entityRef: string): Promise<boolean> {
    const removed = await this.#knex(TABLE)
      .where({ entity_ref: entityRef })
      .del();
    return removed > 0;
  }

  async take(options: {
    holder: string;
    ttl: number;
  }): Promise<StoredDrillSchedule | undefined> {
    const { holder, ttl } = options;
    const now = databaseNow(this.#knex);
    const row = await this.#knex(TABLE)
      .where('next_run', '<=', now)
      .where('held_until', '<=', now)
      .orderBy('next_run')
      .first();
    if (!row) {
      return undefined;
    }
    const { id, version } = row;
    const taken = await this.#knex(TABLE)
      .where({ id, version })
      .update({
        version: version + 1,
        holder,
        held_until: this.#knex.raw('? + ?', [now, ttl]),
      });
    return taken
      ? { ...toSchedule(row), version: version + 1 }
      : this.take(options);
  }

  async ran(schedule: StoredDrillSchedule, run: DrillRun): Promise<void> {
    const { id, version } = schedule;
    const { nextRun, request, problem } = run;
    await this.#knex(TABLE)
      .where({ id, version })
      .update({
        version: version + 1,
        held_until: 0,
        next_run: nextRun ?? null,
        ...(request && { last_request: request }),
        last_problem: problem
          ? JSON.stringify({ at: Date.now(), message: problem })
          : null,
      });
  }

  async again(schedule: StoredDrillSchedule, pause: number): Promise<void> {
    const { id, version } = schedule;
    await this.#knex(TABLE)
      .where({ id, version })
      .update({
        version: version + 1,
        held_until: this.#knex.raw('? + ?', [databaseNow(this.#knex), pause]),
      });
  }
}

function toSchedule(row: DrillScheduleRow): StoredDrillSchedule {
  return {
    id: row.id,
    version: row.version,
    entityRef: row.entity_ref,
    cluster: row.cluster,
    namespaces: JSON.parse(row.namespaces),
    cron: row.cron,
    requester: JSON.parse(row.requester),
    createdAt: Number(row.created_at),
    ...(row.next_run && { nextRun: Number(row.next_run) }),
    ...(row.last_request && { lastRequest: row.last_request }),
    ...(row.last_problem && { lastProblem: JSON.parse(row.last_problem) }),
  };
}
