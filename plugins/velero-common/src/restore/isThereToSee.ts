import { SnapshotPair } from './RestoreSnapshot';

/** Whether the target is there, as far as the requester may know: nobody finds out the names of others by asking. */
export function isThereToSee({ target }: SnapshotPair): boolean {
  return target.uid !== undefined && target.proven;
}
