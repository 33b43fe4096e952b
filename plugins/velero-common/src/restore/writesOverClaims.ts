import { RestoreCase } from './RestoreCase';
import { SnapshotVolume } from './RestoreSnapshot';

/**
 * The volumes whose files would be written over in claims that are there, or may be. For each pod that it makes anew Velero
 * writes the files of the backup into the pod's claims, whether or not they were there before, and whatever it was told
 * about objects that exist: the pods of a controller have other names by now, so they are made anew.
 */
export function claimsWrittenOver(restoreCase: RestoreCase): SnapshotVolume[] {
  const { volumes = [] } = restoreCase.snapshot;
  return bringsPods(restoreCase)
    ? volumes.filter(
        ({ namespace, method, there }) =>
          method === 'PodVolumeBackup' &&
          there !== false &&
          isTargetThere(restoreCase, namespace),
      )
    : [];
}

/** Whether files may be written over in claims, and nobody knows whether the backup has any. */
export function mayWriteOverClaims(restoreCase: RestoreCase): boolean {
  const { pairs, whole = [], volumes } = restoreCase.snapshot;
  const targets = [...pairs.map(({ target }) => target), ...whole];
  return (
    volumes === undefined &&
    bringsPods(restoreCase) &&
    targets.some(({ uid }) => uid !== undefined)
  );
}

/** What is to stay as it is stays only without pods that have files written, and without claims that wait for them. */
export function keepingClaims(restoreCase: RestoreCase): RestoreCase {
  const { wish, policy } = restoreCase;
  if (!policy.volumes || wish.existing !== 'none') {
    return restoreCase;
  }
  const keptClaims = claimsWrittenOver(restoreCase);
  return keptClaims.length > 0
    ? { ...restoreCase, wish: { ...wish, volumes: 'none' }, keptClaims }
    : restoreCase;
}

function bringsPods({ wish }: RestoreCase): boolean {
  return (
    wish.volumes === 'restore' && (!wish.kinds || wish.kinds.includes('pods'))
  );
}

function isTargetThere({ snapshot }: RestoreCase, source: string): boolean {
  const { pairs, whole = [] } = snapshot;
  const target =
    pairs.find(pair => pair.source === source)?.target ??
    whole.find(({ name }) => name === source);
  return target?.uid !== undefined;
}
