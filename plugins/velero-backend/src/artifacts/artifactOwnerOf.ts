import { ConflictError, NotFoundError } from '@backstage/errors';
import { BackupDetails } from 'backstage-plugin-velero-common';
import { ArtifactKind, ArtifactOwner, NOUNS } from './Artifact';

/**
 * What Velero says when a backup found its name taken in the store, or could not look. The files of that name are
 * another backup's then, perhaps one of other namespaces.
 */
const NAME_TAKEN = /already exists in object storage/;

/**
 * Gives the backup as the owner of a file.
 *
 * @throws ConflictError for a file that is yet to come, as Velero stores them at the end and never answers a request
 * that was too early
 * @throws NotFoundError for a file that will never be
 */
export function artifactOwnerOf(
  backup: BackupDetails,
  kind: ArtifactKind,
): ArtifactOwner {
  const { lifecycle, cluster, veleroNamespace, name, uid, location } = backup;
  assertStored(backup, NOUNS[kind]);
  return {
    cluster,
    veleroNamespace,
    name,
    uid,
    location: location?.name,
    settled: lifecycle === 'finished',
  };
}

function assertStored(backup: BackupDetails, noun: string) {
  const { name, lifecycle, outcome, failureReason = '' } = backup;
  if (lifecycle === 'waiting') {
    throw new ConflictError(
      `Backup '${name}' has not begun yet, so it has no ${noun}; Velero stores it when the backup ends`,
    );
  }
  if (lifecycle === 'running') {
    throw new ConflictError(
      `Backup '${name}' is still running, so it has no ${noun} yet; Velero stores it when the backup ends`,
    );
  }
  if (outcome === 'invalid') {
    throw new NotFoundError(
      `Backup '${name}' was refused by Velero and never ran, so it has no ${noun}; its validation errors say why`,
    );
  }
  if (outcome === 'failed' && NAME_TAKEN.test(failureReason)) {
    throw new NotFoundError(
      `Backup '${name}' failed because the object store may hold another one of that name, so it has no ${noun} of its own`,
    );
  }
  if (outcome === 'failed' && !backup.startedAt) {
    throw new NotFoundError(
      `Backup '${name}' failed before it began, so it has no ${noun}`,
    );
  }
}
