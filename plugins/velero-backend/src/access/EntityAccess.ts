import { UserInfoService } from '@backstage/backend-plugin-api';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  namespaceClaimsOf,
  NamespaceClaim,
  VELERO_NAMESPACES_ANNOTATION,
} from 'backstage-plugin-velero-common';
import { ReaderCredentials } from './InventoryService';
import { Reader } from './NamespaceOwnership';

/** Reads from the catalog, always with the reader's own credentials, what an entity claims and who the reader is. */
export class EntityAccess {
  readonly #catalog: CatalogService;
  readonly #userInfo: UserInfoService;
  readonly #administrators: string[];

  constructor(options: {
    catalog: CatalogService;
    userInfo: UserInfoService;
    administrators: string[];
  }) {
    this.#catalog = options.catalog;
    this.#userInfo = options.userInfo;
    this.#administrators = options.administrators;
  }

  /** A plugin that asks for nobody in particular sees what each entity has proven, as an administrator does. */
  async reader(credentials: ReaderCredentials): Promise<Reader> {
    if (credentials.principal.type === 'service') {
      return { ownershipRefs: [], administrator: true };
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    return {
      ownershipRefs: ownershipEntityRefs,
      administrator: this.#administrators.some(ref =>
        ownershipEntityRefs.includes(ref),
      ),
    };
  }

  /**
   * Gives the entity with what it claims.
   *
   * @throws NotFoundError when the reader sees no such entity, or it claims nothing; the message says what to add
   */
  async claims(
    entityRef: string,
    credentials: ReaderCredentials,
  ): Promise<{ entity: Entity; claims: NamespaceClaim[] }> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' found`);
    }
    const claims = namespaceClaimsOf(entity);
    if (claims.length === 0) {
      throw new NotFoundError(
        `Entity '${entityRef}' claims no namespaces. Add the annotation ${VELERO_NAMESPACES_ANNOTATION}: '<cluster>/<namespace>' to its catalog-info.yaml`,
      );
    }
    return { entity, claims };
  }

  /** Gives those of the entities that belong to the reader. */
  async ownedOf(
    entityRefs: string[],
    reader: Reader,
    credentials: ReaderCredentials,
  ): Promise<string[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['relations'] },
      { credentials },
    );
    return entityRefs.filter((_, i) =>
      (items[i]?.relations ?? []).some(
        ({ type, targetRef }) =>
          type === RELATION_OWNED_BY &&
          reader.ownershipRefs.includes(targetRef),
      ),
    );
  }
}
