import { RestoreCheck, RestoreCheckId } from './RestoreCheck';

/** As long as one of these refuses, nobody has proven that they may see what is in the backup, or in its target. */
const PROOFS: RestoreCheckId[] = [
  'policy',
  'cluster',
  'source',
  'target',
  'other-cluster',
  'whole-backup',
];

/** Tells which clusters a backup may come from. */
const ABOUT_ORIGINS: RestoreCheckId = 'other-cluster';

/** Whether a check may be shown to whom nothing of the backup is proven to belong. */
export function isForStrangers(check: RestoreCheck): boolean {
  return isProof(check) && check.id !== ABOUT_ORIGINS;
}

/** Whether a check is about who somebody is and what is theirs, and tells nothing of what is there. */
export function isProof({ id }: RestoreCheck): boolean {
  return PROOFS.includes(id);
}
