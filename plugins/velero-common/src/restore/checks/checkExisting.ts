import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { isThereToSee } from '../isThereToSee';
import { RestoreCase } from '../RestoreCase';

/** What happens to objects that are there. */
export function checkExisting({
  wish,
  policy,
  snapshot,
}: RestoreCase): RestoreCheck[] {
  const isThere =
    wish.wholeBackup !== undefined || snapshot.pairs.some(isThereToSee);
  if (wish.existing === 'none') {
    return isThere
      ? [
          warn(
            'existing',
            'Objects that are there stay as they are, also where they differ from the backup; only what is missing comes back',
          ),
        ]
      : [ok('existing', 'Nothing is there that could change')];
  }
  return policy.existing.update
    ? [
        warn(
          'existing',
          'Objects that are there are changed to what the backup has, as far as Kubernetes lets them; this cannot be undone',
        ),
      ]
    : [
        stop(
          'existing',
          'The policy does not let objects be changed that are there',
          'Keep what is there, or delete the objects that are to come back',
        ),
      ];
}
