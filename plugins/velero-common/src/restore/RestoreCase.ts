import { RestorePolicy } from './policy/RestorePolicy';
import { RestoreSnapshot, SnapshotVolume } from './RestoreSnapshot';
import { RestoreWish } from './RestoreWish';

/** What a rule judges: what is wished, what the policy says, and how things are. */
export interface RestoreCase {
  wish: RestoreWish;
  policy: RestorePolicy;
  snapshot: RestoreSnapshot;
  /** Volumes were wished, and are left out so that files in these claims stay as they are. */
  keptClaims?: SnapshotVolume[];
}
