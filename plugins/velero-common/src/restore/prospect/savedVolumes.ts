import { RestoreCase } from '../RestoreCase';
import { SnapshotVolume } from '../RestoreSnapshot';

/** Volumes whose data comes back; nothing when nobody knows. */
export function savedVolumes({
  wish,
  snapshot,
}: Pick<RestoreCase, 'wish' | 'snapshot'>): SnapshotVolume[] | undefined {
  return wish.volumes === 'none'
    ? []
    : snapshot.volumes?.filter(({ method }) => method !== undefined);
}
