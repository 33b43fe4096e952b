import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ClaimedNamespace,
  NamespaceClaim,
} from 'backstage-plugin-velero-common';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import {
  DatabaseNamespaceStore,
  NamespaceKey,
  OwnedNamespace,
} from '../store/NamespaceStore';
import { howToProve } from './howToProve';

/** Who asks: the refs that a user owns things through, and whether configuration names one of them administrator. */
export interface Reader {
  ownershipRefs: string[];
  administrator: boolean;
}

/** What a reader may see of the namespaces that an entity claims. */
export interface ProvenClaims {
  /** One entry for each claim, or for each cluster that proves a claim without cluster. */
  claimed: ClaimedNamespace[];
  /** Those that are proven. */
  readable: OwnedNamespace[];
  /** True when the entity itself belongs to the reader. */
  ownsEntity: boolean;
}

/**
 * Holds an entity's claim against the namespace itself. The annotation on the entity is written by whoever edits the
 * catalog; the one on the namespace only by the cluster's administrators. Both must name the same owner, and the
 * reader must be of that owner.
 */
export class NamespaceOwnership {
  readonly #namespaces: DatabaseNamespaceStore;
  readonly #registry: ClusterRegistry;

  constructor(options: {
    namespaces: DatabaseNamespaceStore;
    registry: ClusterRegistry;
  }) {
    this.#namespaces = options.namespaces;
    this.#registry = options.registry;
  }

  async prove(options: {
    entity: Entity;
    claims: NamespaceClaim[];
    reader: Reader;
  }): Promise<ProvenClaims> {
    const { entity, claims, reader } = options;
    const owners = ownersOf(entity);
    const ownsEntity =
      reader.administrator ||
      owners.some(owner => reader.ownershipRefs.includes(owner));
    const accepted = [...owners, stringifyEntityRef(entity)];
    const proven = ownsEntity
      ? (await this.#claimed(claims)).filter(namespace =>
          isProof(namespace, { accepted, owners, reader }),
        )
      : [];
    return {
      ownsEntity,
      claimed: claims.flatMap(claim => describe(claim, proven, accepted)),
      readable: proven,
    };
  }

  /** Lists the cluster's namespaces with those whom they name as owners. */
  async namespacesIn(cluster: string): Promise<OwnedNamespace[]> {
    return this.#registered(await this.#namespaces.findIn(cluster));
  }

  /** Gives those of the named namespaces that exist, with those whom they name as owners. */
  async find(keys: NamespaceKey[]): Promise<OwnedNamespace[]> {
    return this.#registered(await this.#namespaces.find(keys));
  }

  async #claimed(claims: NamespaceClaim[]): Promise<OwnedNamespace[]> {
    const named = await this.find(
      claims.flatMap(({ cluster, namespace }) =>
        cluster ? [{ cluster, namespace }] : [],
      ),
    );
    const anywhere = await Promise.all(
      claims
        .filter(claim => !claim.cluster)
        .map(claim => this.#namespaces.findByName(claim.namespace)),
    );
    return [...named, ...this.#registered(anywhere.flat())];
  }

  /** What is stored of a cluster that nobody follows any more proves nothing: a mark that was taken away stays there. */
  #registered(namespaces: OwnedNamespace[]): OwnedNamespace[] {
    const names = new Set(this.#registry.current().map(({ name }) => name));
    return namespaces.filter(({ cluster }) => names.has(cluster));
  }
}

function ownersOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => relation.targetRef);
}

/**
 * A mark that names the entity speaks for all its owners; one that names a group or user speaks for that one alone, so
 * a reader of another owner of the same entity is not covered by it.
 */
function isProof(
  namespace: OwnedNamespace,
  options: { accepted: string[]; owners: string[]; reader: Reader },
): boolean {
  const { accepted, owners, reader } = options;
  return namespace.owners
    .filter(owner => accepted.includes(owner))
    .some(
      owner =>
        reader.administrator ||
        !owners.includes(owner) ||
        reader.ownershipRefs.includes(owner),
    );
}

function describe(
  claim: NamespaceClaim,
  proven: NamespaceKey[],
  accepted: string[],
): ClaimedNamespace[] {
  const matching = proven.filter(
    key =>
      key.namespace === claim.namespace &&
      (!claim.cluster || key.cluster === claim.cluster),
  );
  return matching.length > 0
    ? matching.map(({ cluster, namespace }) => ({
        cluster,
        namespace,
        proven: true,
      }))
    : [{ ...claim, proven: false, howToProve: howToProve(claim, accepted) }];
}
