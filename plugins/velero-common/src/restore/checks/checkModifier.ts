import { ok, RestoreCheck, stop } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** Modifiers rewrite objects as they are restored, so that only those of the policy are used. */
export function checkModifier({
  wish,
  policy,
  snapshot,
}: RestoreCase): RestoreCheck[] {
  const { modifier: name } = wish;
  if (name === undefined) {
    return [];
  }
  if (!policy.modifiers.includes(name)) {
    return [
      stop(
        'modifier',
        `The policy does not name the resource modifiers '${name}'`,
        policy.modifiers.length > 0
          ? `Choose one of ${policy.modifiers.join(', ')}`
          : 'Restore without modifiers',
      ),
    ];
  }
  return snapshot.modifier?.name === name && snapshot.modifier.digest
    ? [ok('modifier', `Objects are changed by the modifiers '${name}'`)]
    : [
        stop(
          'modifier',
          `ConfigMap '${name}' cannot be read in namespace '${wish.backup.veleroNamespace}'`,
          'Have it made, or the portal be allowed to get it',
        ),
      ];
}
