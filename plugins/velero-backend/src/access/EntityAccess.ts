import { UserInfoService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { isError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  KUBERNETES_NAMESPACE_ANNOTATION,
  namespaceClaimsOf,
  NamespaceClaim,
  VELERO_NAMESPACES_ANNOTATION,
} from 'backstage-plugin-velero-common';
import { ReaderCredentials } from './InventoryService';
import { Reader } from './NamespaceOwnership';

/** Annotations that claim namespaces. */
const CLAIM_ANNOTATIONS = [
  VELERO_NAMESPACES_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
];

/** Entities of one owner that are looked at. */
const MAXIMUM_ENTITIES = 500;

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

  /** @throws NotFoundError when the reader sees no such entity */
  async entity(
    entityRef: string,
    credentials: ReaderCredentials,
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' found`);
    }
    return entity;
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
    const entity = await this.entity(entityRef, credentials);
    const claims = namespaceClaimsOf(entity);
    if (claims.length === 0) {
      throw new NotFoundError(
        `Entity '${entityRef}' claims no namespaces. Add the annotation ${VELERO_NAMESPACES_ANNOTATION}: '<cluster>/<namespace>' to its catalog-info.yaml`,
      );
    }
    return { entity, claims };
  }

  /** Gives what entities of an owner claim that the reader sees in the catalog; a claim that cannot be read is none. */
  async claimsOfOwner(
    owner: string,
    credentials: ReaderCredentials,
  ): Promise<{ claims: NamespaceClaim[]; isCut: boolean }> {
    const { items, totalItems } = await this.#catalog.queryEntities(
      {
        filter: CLAIM_ANNOTATIONS.map(annotation => ({
          [`relations.${RELATION_OWNED_BY}`]: owner,
          [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
        })),
        fields: ['metadata.annotations'],
        limit: MAXIMUM_ENTITIES,
      },
      { credentials },
    );
    return {
      claims: items.flatMap(readableClaimsOf),
      isCut: totalItems > items.length,
    };
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

/** What is wrong with an annotation is told where the entity itself is asked about. */
function readableClaimsOf(entity: Entity): NamespaceClaim[] {
  try {
    return namespaceClaimsOf(entity);
  } catch (error) {
    if (isError(error) && error.name === 'InputError') {
      return [];
    }
    throw error;
  }
}
