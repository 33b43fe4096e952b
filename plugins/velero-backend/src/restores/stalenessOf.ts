import { isPassing } from 'backstage-plugin-velero-common';
import { LaterJudgement } from './RestoreJudge';

/** Why what was asked for is not what would happen now; empty when it is, or may be again in a while. */
export function stalenessOf({
  verdict,
  differences,
}: Pick<LaterJudgement, 'verdict' | 'differences'>): string[] {
  return [
    ...differences.map(name => `${name} is not as it was`),
    ...(isPassing(verdict) ? [] : verdict.reasons),
  ];
}
