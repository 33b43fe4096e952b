import {
  meaningOfPhase,
  RestoreWish,
  SnapshotBackup,
} from 'backstage-plugin-velero-common';
import { ArtifactSource } from '../../artifacts/Artifact';

/** Names the files of the backup that is wished, as it is at this moment. */
export function artifactSourceOf(
  { wish, locationName }: { wish: RestoreWish; locationName?: string },
  backup: SnapshotBackup,
): ArtifactSource {
  return {
    type: 'backup',
    ...wish.backup,
    uid: backup.uid,
    ...meaningOfPhase(backup.phase),
    startedAt: backup.startedAt,
    ...(locationName && { location: { name: locationName } }),
    namespaces: [],
    shared: true,
  };
}
