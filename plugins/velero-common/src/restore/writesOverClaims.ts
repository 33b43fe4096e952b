import { RestoreCase } from './RestoreCase';

/**
 * Whether files in claims that are there may be written over. For each pod that it makes anew Velero writes the files of the
 * backup into the pod's claims, whether or not they were there before, and whatever it was told about objects that exist:
 * the pods of a controller have other names by now, so they are made anew. What Velero says of the volumes in a backup does
 * not name all whose files it has: of a pod that was gone by the end of the backup it says nothing.
 */
export function writesOverClaims(restoreCase: RestoreCase): boolean {
  const { pairs, whole = [] } = restoreCase.snapshot;
  const targets = [...pairs.map(({ target }) => target), ...whole];
  return (
    bringsPods(restoreCase) &&
    targets.some(
      ({ uid, holdsClaims }) => uid !== undefined && holdsClaims !== false,
    )
  );
}

/** Whether it may be looked which of the targets have claims. */
export function knowsClaims({
  snapshot,
}: Pick<RestoreCase, 'snapshot'>): boolean {
  const { pairs, whole = [] } = snapshot;
  return [...pairs.map(({ target }) => target), ...whole].every(
    ({ uid, holdsClaims }) => uid === undefined || holdsClaims !== undefined,
  );
}

/**
 * What is to stay as it is stays only without pods that have files written, and, where files are known to be in the backup,
 * without claims that would wait for them in vain.
 */
export function keepingClaims(restoreCase: RestoreCase): RestoreCase {
  const { wish, policy, snapshot } = restoreCase;
  const isInDanger =
    policy.volumes && wish.existing === 'none' && writesOverClaims(restoreCase);
  if (!isInDanger) {
    return restoreCase;
  }
  const hasFiles = snapshot.volumes?.some(
    ({ method }) => method === 'PodVolumeBackup',
  );
  return {
    ...restoreCase,
    wish: hasFiles ? { ...wish, volumes: 'none' } : wish,
    keepsClaims: true,
  };
}

function bringsPods({ wish, snapshot }: RestoreCase): boolean {
  const { kinds = [] } = snapshot.contents;
  return (
    wish.volumes === 'restore' &&
    (!wish.kinds || wish.kinds.includes('pods')) &&
    kinds.some(({ groupVersionKind }) => groupVersionKind === 'v1/Pod')
  );
}
