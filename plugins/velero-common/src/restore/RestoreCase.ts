import { RestorePolicy } from './policy/RestorePolicy';
import { RestoreSnapshot } from './RestoreSnapshot';
import { RestoreWish } from './RestoreWish';

/** What a rule judges: what is wished, what the policy says, and how things are. */
export interface RestoreCase {
  wish: RestoreWish;
  policy: RestorePolicy;
  snapshot: RestoreSnapshot;
  /** Pods were wished, and are left out so that files in claims that are there stay as they are. */
  keepsClaims?: boolean;
}
