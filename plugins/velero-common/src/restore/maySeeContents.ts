import { nameProblem } from './nameProblem';
import { RestoreSnapshot } from './RestoreSnapshot';

/**
 * Whether whoever has the wish may be told what is in the backup: it is proven to be theirs, or they ask for all of it and
 * are an administrator. Others are told no more than that.
 *
 * @public
 */
export function maySeeContents({
  pairs,
  requester,
  backup,
}: Pick<RestoreSnapshot, 'pairs' | 'requester' | 'backup'>): boolean {
  const { administrator } = requester;
  return pairs.length > 0
    ? pairs.every(
        ({ origins }) =>
          origins.length > 0 &&
          origins.every(({ proven }) => proven) &&
          (administrator || !nameProblem(origins, backup)),
      )
    : administrator;
}
