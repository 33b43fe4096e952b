import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  ClaimedNamespace,
  ClusterFreshness,
  veleroBackupReadPermission,
} from 'backstage-plugin-velero-common';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Inventory } from '../inventory/Inventory';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityAccess } from './EntityAccess';
import { ReaderCredentials } from './InventoryService';
import { NamespaceOwnership, ProvenClaims } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';
import { OwnershipNotProvenError } from './OwnershipNotProvenError';

/** What a reader may learn about an entity. */
export interface OpenedEntity {
  entity: Entity;
  /** What the entity claims, and what of it is proven. */
  claimed: ClaimedNamespace[];
  /** The proven namespaces that the permission policy allows the reader. */
  readable: OwnedNamespace[];
  /** Freshness of the clusters of the claims, or of all where a claim holds for any; empty for others than owners. */
  clusters: ClusterFreshness[];
}

/** Stands before every question about an entity: proof of ownership first, then the permission policy. */
export class EntityGate {
  readonly #inventory: Pick<Inventory, 'freshness'>;
  readonly #registry: ClusterRegistry;
  readonly #entities: EntityAccess;
  readonly #ownership: NamespaceOwnership;
  readonly #permission: NamespacePermission;

  constructor(options: {
    inventory: Pick<Inventory, 'freshness'>;
    registry: ClusterRegistry;
    entities: EntityAccess;
    ownership: NamespaceOwnership;
    permission: NamespacePermission;
  }) {
    this.#inventory = options.inventory;
    this.#registry = options.registry;
    this.#entities = options.entities;
    this.#ownership = options.ownership;
    this.#permission = options.permission;
  }

  /**
   * Opens the entity to the reader.
   *
   * @param options - `check` may refuse the question by what the entity claims, before anything else is refused
   * @throws OwnershipNotProvenError when nothing is proven and nothing is missing that could prove it
   * @throws NotAllowedError when the policy grants nothing of what is proven
   */
  async open(options: {
    entityRef: string;
    credentials: ReaderCredentials;
    check?: (claimed: ClaimedNamespace[]) => void;
  }): Promise<OpenedEntity> {
    const { entityRef, credentials, check } = options;
    const { entity, proven } = await this.#prove(entityRef, credentials);
    const clusters = await this.#clustersOf(proven);
    // While a source of clusters has not answered, what is missing may yet come.
    const isComplete = this.#registry.isComplete();
    const claimed = isComplete
      ? withProblems(proven, clusters)
      : proven.claimed;
    const isWaiting = proven.ownsEntity && !isComplete;
    check?.(claimed);
    if (
      proven.readable.length === 0 &&
      !isWaiting &&
      isKnown(proven, clusters)
    ) {
      throw new OwnershipNotProvenError(entityRef, claimed);
    }
    const readable = await this.#allowed(proven.readable, credentials);
    return { entity, claimed, readable, clusters };
  }

  async #prove(
    entityRef: string,
    credentials: ReaderCredentials,
  ): Promise<{ entity: Entity; proven: ProvenClaims }> {
    const { entity, claims } = await this.#entities.claims(
      entityRef,
      credentials,
    );
    const reader = await this.#entities.reader(credentials);
    const proven = await this.#ownership.prove({ entity, claims, reader });
    return { entity, proven };
  }

  async #allowed(
    proven: OwnedNamespace[],
    credentials: ReaderCredentials,
  ): Promise<OwnedNamespace[]> {
    const allowed = await this.#permission.allowed(
      veleroBackupReadPermission,
      proven,
      credentials,
    );
    if (proven.length > 0 && allowed.length === 0) {
      throw new NotAllowedError(
        `You lack the permission ${veleroBackupReadPermission.name} for these namespaces`,
      );
    }
    return allowed;
  }

  /** Freshness goes to owners only: to others it would say which clusters there are. */
  async #clustersOf(proven: ProvenClaims): Promise<ClusterFreshness[]> {
    if (!proven.ownsEntity) {
      return [];
    }
    const named = new Set(proven.claimed.map(({ cluster }) => cluster));
    return this.#inventory.freshness(
      // A claim that no cluster has proven yet may be proven by any of them.
      named.has(undefined) ? undefined : ([...named] as string[]),
    );
  }
}

/** A mistyped cluster is the likeliest reason why a claim is never proven. */
function withProblems(
  proven: ProvenClaims,
  clusters: ClusterFreshness[],
): ClaimedNamespace[] {
  const known = clusters.map(({ name }) => name);
  return proven.claimed.map(claim =>
    proven.ownsEntity && claim.cluster && !known.includes(claim.cluster)
      ? { ...claim, problem: `No cluster '${claim.cluster}' is registered` }
      : claim,
  );
}

/** While a claimed cluster has not been read, its proofs cannot be known, which is no refusal. */
function isKnown(proven: ProvenClaims, clusters: ClusterFreshness[]): boolean {
  return !proven.ownsEntity || clusters.every(cluster => cluster.syncedAt);
}
