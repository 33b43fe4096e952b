import {
  EarlierRestore,
  readRestore,
  restoreSelectionOf,
} from 'backstage-plugin-velero-common';
import { Knex } from 'knex';
import { RowKey } from './ObjectQueries';

/** What was long ago says little about how long it takes now. */
const NEWEST = 100;

/** Phases of restores that went to their end. */
const ENDED = ['Completed', 'PartiallyFailed'];

/** Asks how long restores took, as far as they are known. */
export class EarlierRestoreQueries {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Gives restores in a cluster that have ended, the newest first. */
  async newestIn(cluster: string): Promise<EarlierRestore[]> {
    const rows = await this.#knex('velero_object as restore')
      .leftJoin('velero_object as backup', joined =>
        joined
          .on('backup.cluster', 'restore.cluster')
          .andOn('backup.namespace', 'restore.namespace')
          .andOn('backup.name', 'restore.parent')
          .andOnVal('backup.resource', 'backups'),
      )
      .where({ 'restore.cluster': cluster, 'restore.resource': 'restores' })
      .whereIn('restore.phase', ENDED)
      .orderBy('restore.sort_time', 'desc')
      .limit(NEWEST)
      .select({ doc: 'restore.doc', schedule: 'backup.schedule' });
    return rows.flatMap(({ doc, schedule }) => toEarlier(doc, schedule) ?? []);
  }

  /** Names the schedule that made a backup. */
  async scheduleOf(backup: RowKey): Promise<string | undefined> {
    const row = await this.#knex('velero_object')
      .where({ resource: 'backups', ...backup })
      .first('schedule');
    return row?.schedule ?? undefined;
  }
}

function toEarlier(
  doc: string,
  schedule: string | null | undefined,
): EarlierRestore | undefined {
  const object = JSON.parse(doc);
  const { startedAt, completedAt, itemsTotal, restorePVs } =
    readRestore(object);
  if (!startedAt || !completedAt) {
    return undefined;
  }
  const milliseconds = Date.parse(completedAt) - Date.parse(startedAt);
  return {
    namespaces: restoreSelectionOf(object.spec).includes,
    ...(schedule && { schedule }),
    ...(itemsTotal !== undefined && { items: itemsTotal }),
    withVolumes: restorePVs !== false,
    seconds: Math.max(0, Math.round(milliseconds / 1_000)),
  };
}
