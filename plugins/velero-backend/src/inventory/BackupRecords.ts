import { BackupRecord } from 'backstage-plugin-velero-common';
import { LRUCache } from 'lru-cache';
import { ObjectQueries, RowKey } from '../store/ObjectQueries';
import { ObjectStamp } from '../store/ProtectionQueries';
import { ObjectRow } from '../store/tables';
import { LocationIndex } from './LocationIndex';
import {
  LocatedBackup,
  toLocatedBackup,
  withOrigin,
} from './protectionRecords';

/** Backups whose content is kept; each takes about a kilobyte. */
const KEPT = 20_000;

/** Makes what the rules of protection read of backups. A version of an object never changes, so each is read once. */
export class BackupRecords {
  readonly #queries: ObjectQueries;
  readonly #known = new LRUCache<string, LocatedBackup>({ max: KEPT });

  constructor(queries: ObjectQueries) {
    this.#queries = queries;
  }

  /**
   * Gives the records of the backups that are still there.
   *
   * @param locations - those that the backups may be in
   */
  async of(
    stamps: ObjectStamp[],
    locations: LocationIndex,
  ): Promise<Array<LocatedBackup & BackupRecord>> {
    const known = stamps.map(stamp => this.#known.get(versionOf(stamp)));
    const rows = await this.#queries.findAll(
      'backups',
      stamps.filter((_, i) => !known[i]),
    );
    const read = new Map(rows.map(row => [keyOf(row), this.#read(row)]));
    return stamps
      .flatMap((stamp, i) => known[i] ?? read.get(keyOf(stamp)) ?? [])
      .map(backup => withOrigin(backup, locations));
  }

  #read(row: ObjectRow): LocatedBackup {
    const backup = toLocatedBackup(row);
    // Rows that are to be collected anew have no version that would tell them apart.
    if (row.uid && row.resource_version) {
      this.#known.set(versionOf(row), backup);
    }
    return backup;
  }
}

function keyOf({ cluster, namespace, name }: RowKey): string {
  return `${cluster}/${namespace}/${name}`;
}

function versionOf(stamp: ObjectStamp): string {
  const { cluster, namespace, name, uid, resource_version: version } = stamp;
  return JSON.stringify([cluster, namespace, name, uid, version]);
}
