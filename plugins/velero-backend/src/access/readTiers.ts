import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { parseRecoveryPoint } from 'backstage-plugin-velero-common';

/** How old the last good copy may be, by tier: Go durations or those of ISO 8601. */
export type Tiers = Map<string, string>;

/**
 * Reads the tiers of the configuration.
 *
 * @throws InputError for a duration that cannot be read: a target that nobody is held to is worse than none
 */
export function readTiers(config: RootConfigService): Tiers {
  const tiers = config.getOptionalConfig('velero.protection.tiers');
  return new Map(
    (tiers?.keys() ?? []).map(name => {
      const rpo = tiers!.getString(`${name}.rpo`);
      const { problem } = parseRecoveryPoint(rpo);
      if (problem !== undefined) {
        throw new InputError(
          `Configuration velero.protection.tiers.${name}.rpo cannot be read: ${problem}. Write it like 24h or P1D`,
        );
      }
      return [name, rpo];
    }),
  );
}
