import {
  BackupRecord,
  BackupContent,
  backupContentOf,
  LocationRecord,
  locationRecordOf,
  ScheduleRecord,
  scheduleRecordOf,
  StoppingRecord,
} from 'backstage-plugin-velero-common';
import { ObjectRow } from '../store/tables';
import { LocationIndex } from './LocationIndex';

/** What the rules of protection read of a backup in a cluster, but who made it. */
export interface LocatedBackup extends BackupContent {
  cluster: string;
}

export function toLocatedBackup(row: ObjectRow): LocatedBackup {
  const { cluster, location, schedule } = row;
  return {
    ...backupContentOf(contentOf(row)),
    cluster,
    // The document of a very large object was cut; the columns are whole.
    phase: row.phase,
    location: location ?? undefined,
    schedule: schedule ?? undefined,
  };
}

/** Adds who made a backup, which the locations tell: it changes with them. */
export function withOrigin(
  backup: LocatedBackup,
  locations: LocationIndex,
): LocatedBackup & BackupRecord {
  const { cluster, veleroNamespace: namespace, location: name } = backup;
  const { origin } = name
    ? locations.origin({ cluster, namespace, name })
    : { origin: 'unknown' as const };
  return { ...backup, origin };
}

export function toScheduleRecord(row: ObjectRow): ScheduleRecord {
  return {
    ...scheduleRecordOf(contentOf(row)),
    location: row.location ?? undefined,
  };
}

export function toLocationRecord(row: ObjectRow): LocationRecord {
  return locationRecordOf(contentOf(row));
}

export function toStoppingRecord(row: ObjectRow): StoppingRecord {
  return {
    ...JSON.parse(row.stops!),
    kind: row.resource === 'backups' ? 'Backup' : 'Schedule',
    veleroNamespace: row.namespace,
    name: row.name,
  };
}

function contentOf(row: ObjectRow) {
  return {
    veleroNamespace: row.namespace,
    name: row.name,
    object: JSON.parse(row.doc),
  };
}
