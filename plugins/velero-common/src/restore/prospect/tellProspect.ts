import { RestoreVerdict } from '../evaluateRestore';
import { RestoreCheck } from '../RestoreCheck';
import { RestoreSnapshot } from '../RestoreSnapshot';
import { RestoreWish } from '../RestoreWish';
import { checkHosts } from './checks/checkHosts';
import { checkNodeSelectors } from './checks/checkNodeSelectors';
import { checkObjects } from './checks/checkObjects';
import { checkQuotas } from './checks/checkQuotas';
import { checkStorageClasses } from './checks/checkStorageClasses';
import { factOfAge } from './facts/factOfAge';
import { factOfCost } from './facts/factOfCost';
import { factOfDuration } from './facts/factOfDuration';
import { factOfSize } from './facts/factOfSize';
import { mayTell } from '../mayTell';
import { RestoreFact } from './RestoreFact';
import { RestoreProspect } from './RestoreProspect';

/**
 * Says what is good to know before a restore. None of the checks stops it. Nothing is said to whoever has not proven that
 * source and target are theirs.
 *
 * @public
 */
export function tellProspect(options: {
  wish: RestoreWish;
  snapshot: RestoreSnapshot;
  verdict: RestoreVerdict;
  prospect: RestoreProspect;
}): { checks: RestoreCheck[]; facts: RestoreFact[] } {
  const { verdict, ...others } = options;
  const { policy, kinds } = verdict;
  if (!policy || !mayTell(verdict)) {
    return { checks: [], facts: [] };
  }
  const prospectCase = { ...others, policy, kinds };
  return {
    checks: [
      ...checkObjects(prospectCase),
      ...checkQuotas(prospectCase),
      ...checkStorageClasses(prospectCase),
      ...checkHosts(prospectCase),
      ...checkNodeSelectors(prospectCase),
    ],
    facts: [
      factOfAge(prospectCase),
      factOfSize(prospectCase),
      factOfDuration(prospectCase),
      factOfCost(prospectCase),
    ],
  };
}
