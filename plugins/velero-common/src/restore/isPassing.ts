import { RestoreCheckId } from './RestoreCheck';
import { RestoreVerdict } from './evaluateRestore';

/** What is in the way today may be gone in a minute, and nothing of it changes what was approved. */
const PASSING: RestoreCheckId[] = ['cluster', 'location', 'contents'];

/** True when a restore is refused only for what may pass by itself: it can wait, and need not be asked for anew. @public */
export function isPassing({ checks }: RestoreVerdict): boolean {
  return checks
    .filter(({ level }) => level === 'stop')
    .every(({ id }) => PASSING.includes(id));
}
