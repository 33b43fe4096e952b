import {
  BackupRecord,
  backupRecordOf,
  LocationRecord,
  locationRecordOf,
  ScheduleRecord,
  scheduleRecordOf,
  StoppingRecord,
} from 'backstage-plugin-velero-common';
import { ObjectRow } from '../store/tables';
import { LocationIndex } from './LocationIndex';

/** Makes what the rules of protection read of a backup. */
export function toBackupRecord(
  row: ObjectRow,
  locations: LocationIndex,
): BackupRecord {
  const { cluster, namespace, location, schedule } = row;
  const { origin } = location
    ? locations.origin({ cluster, namespace, name: location })
    : { origin: 'unknown' as const };
  return {
    ...backupRecordOf({ ...contentOf(row), origin }),
    // The document of a very large object was cut; the columns are whole.
    phase: row.phase,
    location: location ?? undefined,
    schedule: schedule ?? undefined,
  };
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
