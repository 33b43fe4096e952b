import { isProof } from './isProof';
import { RestoreCheck } from './RestoreCheck';

/** Whether whoever has the wish may see more of what it is about than that it is refused. @public */
export function mayTell({ checks }: { checks: RestoreCheck[] }): boolean {
  return checks.every(check => check.level !== 'stop' || !isProof(check));
}
