import { BackupKey, BackupSummary } from 'backstage-plugin-velero-common';
import { backupKeyToText } from '../../../format/backupKey';
import { isRestorable } from '../../../format/isRestorable';

/** What one can be restored from, each stored backup once: as the cluster has it that made it, where that is listed. */
export function restorePointsOf(backups: BackupSummary[]): BackupSummary[] {
  const points = new Map<string, BackupSummary>();
  for (const backup of backups.filter(isRestorable)) {
    const stored = storedKeyOf(backup);
    if (!points.has(stored) || backup.origin === 'this-cluster') {
      points.set(stored, backup);
    }
  }
  return [...points.values()];
}

/** The newest that nothing is missing of; else the newest. */
export function newestGood(points: BackupSummary[]): BackupSummary | undefined {
  return points.find(({ outcome }) => outcome === 'ok') ?? points[0];
}

/** The same stored backup as all clusters have it, the given one among them. */
export function copiesOf(
  point: BackupSummary,
  backups: BackupSummary[],
): BackupSummary[] {
  return backups.filter(
    other => isRestorable(other) && isSameStored(point, other),
  );
}

export function isSameStored(one: BackupSummary, other: BackupSummary) {
  return storedKeyOf(one) === storedKeyOf(other);
}

export function findBackup(backups: BackupSummary[], key: BackupKey) {
  const text = backupKeyToText(key);
  return backups.find(backup => backupKeyToText(backup) === text);
}

/** Two backups of one name are the same only at the same place; without a place nobody can tell. */
function storedKeyOf(backup: BackupSummary): string {
  const { location, name } = backup;
  return location?.place
    ? JSON.stringify([location.place, name])
    : backupKeyToText(backup);
}
