import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { namespaceClaimsOf } from 'backstage-plugin-velero-common';
import { StoredDrillSchedule } from '../../store/drills/DrillScheduleStore';

/** Tells whether an entity still claims what drills are made of: what it does not, nobody finds at the entity. */
export class CurrentClaims {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /**
   * Says what is missing, as part of a sentence; nothing when the entity claims it all.
   *
   * @throws InputError when what it claims cannot be read
   */
  async missing(
    schedule: Pick<StoredDrillSchedule, 'entityRef' | 'cluster' | 'namespaces'>,
  ): Promise<string | undefined> {
    const { entityRef, cluster, namespaces } = schedule;
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      return `${entityRef} is not in the catalog any more`;
    }
    const claimed = namespaceClaimsOf(entity)
      .filter(claim => !claim.cluster || claim.cluster === cluster)
      .map(({ namespace }) => namespace);
    const missing = namespaces.filter(name => !claimed.includes(name));
    return missing.length > 0
      ? `${entityRef} does not claim ${missing.join(
          ', ',
        )} of cluster '${cluster}' any more`
      : undefined;
  }
}
