import { BackupDetails, RestoreDetails } from 'backstage-plugin-velero-common';
import { ArtifactSource } from '../artifacts/Artifact';

/** The backup as what files are asked of. */
export function sourceOfBackup(backup: BackupDetails): ArtifactSource {
  return { ...backup, type: 'backup' };
}

/** The restore as what files are asked of. They tell of the namespaces that it wrote to as well as of those it read. */
export function sourceOfRestore(restore: RestoreDetails): ArtifactSource {
  const { location, ...rest } = restore;
  const names = restore.namespaces.flatMap(({ source, target }) => [
    source,
    target,
  ]);
  return {
    ...rest,
    type: 'restore',
    ...(location && { location: { name: location } }),
    namespaces: [...new Set(names)].filter(name => name !== undefined),
  };
}
