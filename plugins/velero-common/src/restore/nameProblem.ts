import { SnapshotBackup, SnapshotNamespace } from './RestoreSnapshot';

/**
 * A mark tells whose a namespace is now. Where the name was used for another one when the backup began, it tells nothing
 * of whose data is in there.
 *
 * @returns what is wrong; nothing where the namespaces that are there were there when the backup began
 */
export function nameProblem(
  origins: SnapshotNamespace[],
  backup: SnapshotBackup | undefined,
): string | undefined {
  if (!backup) {
    return undefined;
  }
  const began = Date.parse(backup.startedAt ?? '');
  const younger = origins.find(
    ({ createdAt = '' }) => !(Date.parse(createdAt) <= began),
  );
  if (!younger) {
    return undefined;
  }
  const { name, cluster, createdAt } = younger;
  return createdAt && backup.startedAt
    ? `Namespace '${name}' of cluster '${cluster}' was made after this backup: what is in it may be of whoever had the name before`
    : `It is not known whether namespace '${name}' of cluster '${cluster}' was there before this backup: what is in it may be of whoever had the name before`;
}
