import { writesPodVolumes } from './kindsToRestore';
import { RestoreCase } from './RestoreCase';

/**
 * Whether files in claims that are there would be written over. For each pod that it makes anew Velero writes the files of
 * the backup into the pod's claims, whether or not they were there before, and whatever it was told about objects that
 * exist: the pods of a controller have other names by now, so they are made anew.
 */
export function writesOverClaims(restoreCase: RestoreCase): boolean {
  const { wish, snapshot } = restoreCase;
  const { pairs, whole = [] } = snapshot;
  const targets = [...pairs.map(({ target }) => target), ...whole];
  return (
    targets.some(({ uid }) => uid !== undefined) &&
    (!wish.kinds || wish.kinds.includes('pods')) &&
    writesPodVolumes(restoreCase)
  );
}

/** What is to stay as it is stays only without pods that have files written, and without claims that wait for them. */
export function keepingClaims(restoreCase: RestoreCase): RestoreCase {
  const { wish, policy } = restoreCase;
  return policy.volumes &&
    wish.existing === 'none' &&
    writesOverClaims(restoreCase)
    ? { ...restoreCase, wish: { ...wish, volumes: 'none' }, keepsClaims: true }
    : restoreCase;
}
