import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  readRestorePolicies,
  RestorePolicy,
} from 'backstage-plugin-velero-common';

/**
 * Reads the policies of the configuration, or the default one.
 *
 * @throws InputError for what cannot be read: a policy that is not understood must not be followed
 */
export function readPolicies(config: RootConfigService): RestorePolicy[] {
  const { policies, refusals } = readRestorePolicies(
    config.getOptional('velero.restores.policies'),
  );
  if (!policies) {
    const problems = refusals.map(
      ({ field, message, remedy }) => `${field}: ${message}. ${remedy}`,
    );
    throw new InputError(
      `Configuration velero.restores cannot be read: ${problems.join('; ')}`,
    );
  }
  return policies;
}
