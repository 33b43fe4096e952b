import { ProtectionTarget } from '../api/protection';
import { VELERO_RPO_ANNOTATION } from '../annotations';
import { parseGoDuration, Reading } from '../velero/goDuration';
import { parseIsoDuration } from '../velero/isoDuration';
import { ProtectionReason } from './ProtectionReason';

/**
 * Reads how old the last good copy may be: a Go duration (`24h`) or one of ISO 8601 (`P1D`), in milliseconds.
 *
 * @public
 */
export function parseRecoveryPoint(text: string): Reading<number> {
  const reading = text.startsWith('P')
    ? parseIsoDuration(text)
    : parseGoDuration(text);
  return reading.problem === undefined && reading.value < 1_000
    ? { problem: `duration ${JSON.stringify(text)} is too short` }
    : reading;
}

/**
 * Gives the target that the entity's annotation sets, or else the policy for its tier. One that cannot be read sets
 * nothing, and is a gap to be told.
 *
 * @param options - `policy.rpo` is what the configuration says for the tier
 * @public
 */
export function explicitTargetOf(options: {
  annotation?: string;
  policy?: { tier: string; rpo: string };
}): { target?: ProtectionTarget; targetProblem?: ProtectionReason } {
  const { annotation, policy } = options;
  const texts = [
    {
      text: annotation?.trim(),
      source: 'annotation',
      name: `annotation ${VELERO_RPO_ANNOTATION}`,
    },
    {
      text: policy?.rpo,
      source: 'policy',
      name: `the policy for tier ${policy?.tier}`,
    },
  ] as const;
  let targetProblem: ProtectionReason | undefined;
  for (const { text, source, name } of texts) {
    const reading = text ? parseRecoveryPoint(text) : undefined;
    if (reading?.problem === undefined && reading) {
      const seconds = Math.floor(reading.value / 1_000);
      return {
        target: { seconds, source },
        ...(targetProblem && { targetProblem }),
      };
    }
    if (reading) {
      const { problem, hint } = reading;
      targetProblem ??= {
        code: 'target-unreadable',
        source: name,
        problem,
        ...(hint && { hint }),
      };
    }
  }
  return targetProblem ? { targetProblem } : {};
}
