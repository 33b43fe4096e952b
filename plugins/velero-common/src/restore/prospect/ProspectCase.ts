import { KindFate } from '../kindsToRestore';
import { RestoreCase } from '../RestoreCase';
import { RestoreProspect } from './RestoreProspect';

/** A case that was judged, and what is good to know of it. */
export interface ProspectCase extends RestoreCase {
  kinds: KindFate[];
  prospect: RestoreProspect;
}
