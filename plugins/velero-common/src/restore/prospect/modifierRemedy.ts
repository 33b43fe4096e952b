import { RestoreCase } from '../RestoreCase';

/** How to have objects changed on their way back. */
export function modifierRemedy({
  policy,
}: Pick<RestoreCase, 'policy'>): string {
  return policy.modifiers.length > 0
    ? `Use resource modifiers that change it, if one of these does: ${policy.modifiers.join(
        ', ',
      )}`
    : 'Ask an administrator for resource modifiers that change it, which the policy has to name';
}
