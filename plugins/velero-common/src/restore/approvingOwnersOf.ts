import { RestoreSnapshot } from './RestoreSnapshot';

/**
 * The groups and users that all targets belong to in common: who owns only some of them cannot agree for all. A new
 * namespace is of those whose namespace comes back in it.
 *
 * @public
 */
export function approvingOwnersOf({
  pairs,
}: Pick<RestoreSnapshot, 'pairs'>): string[] {
  const [first = [], ...others] = pairs.flatMap(({ target, origins }) =>
    target.uid === undefined
      ? origins.map(({ people }) => people)
      : [target.people],
  );
  return first.filter(owner => others.every(people => people.includes(owner)));
}
