import { RestorePolicy } from './policy/RestorePolicy';
import { RestoreSnapshot } from './RestoreSnapshot';
import { RestoreWish } from './RestoreWish';

/** What a rule judges: what is wished, what the policy says, and how things are. */
export interface RestoreCase {
  wish: RestoreWish;
  policy: RestorePolicy;
  snapshot: RestoreSnapshot;
}
