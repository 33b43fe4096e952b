import { canonicalJson } from 'backstage-plugin-velero-common';
import { createHash } from 'node:crypto';

/** Enough for what one step of a task may do. */
const DIGITS = 16;

/**
 * Names a checkpoint after what is wanted: all turns of a step with `each` share the checkpoints of the step, and none may
 * take what another one has begun for its own.
 */
export function checkpointKey(name: string, wanted: object): string {
  const digest = createHash('sha256')
    .update(canonicalJson(wanted))
    .digest('hex');
  return `${name}-${digest.slice(0, DIGITS)}`;
}
