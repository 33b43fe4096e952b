import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Reads who may see every namespace that an entity claims, as normalised entity references. */
export function readAdministrators(config: RootConfigService): string[] {
  const refs = config.getOptionalStringArray('velero.administrators') ?? [];
  return refs.map(ref => {
    try {
      return stringifyEntityRef(
        parseEntityRef(ref, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      );
    } catch {
      throw new InputError(
        `Configuration velero.administrators has '${ref}', expected an entity reference such as 'group:default/platform'`,
      );
    }
  });
}
