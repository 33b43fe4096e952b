import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  BackupDetails,
  BackupFilter,
  BackupKey,
  BackupSummary,
  ClaimedNamespace,
  ClusterFreshness,
  ClusterSummary,
  EntityResponse,
  LocationSummary,
  ScheduleSummary,
  veleroBackupReadPermission,
  veleroFleetReadPermission,
} from 'backstage-plugin-velero-common';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import {
  Inventory,
  InventoryPage,
  InventoryQuestion,
} from '../inventory/Inventory';
import { OwnedNamespace } from '../store/NamespaceStore';
import { decodeCursor, encodeCursor } from './cursor';
import { EntityAccess } from './EntityAccess';
import {
  EntityQuestion,
  InventoryService,
  UserCredentials,
} from './InventoryService';
import { NamespaceOwnership, ProvenClaims } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';
import { OwnershipNotProvenError } from './OwnershipNotProvenError';

const DEFAULT_LIMIT = 25;

export interface AuthorizedInventoryOptions {
  inventory: Inventory;
  registry: ClusterRegistry;
  entities: EntityAccess;
  ownership: NamespaceOwnership;
  permission: NamespacePermission;
}

/** Narrows every question to what is proven to be the reader's, and asks the permission policy on top. */
export class AuthorizedInventory implements InventoryService {
  readonly #inventory: Inventory;
  readonly #registry: ClusterRegistry;
  readonly #entities: EntityAccess;
  readonly #ownership: NamespaceOwnership;
  readonly #permission: NamespacePermission;

  constructor(options: AuthorizedInventoryOptions) {
    this.#inventory = options.inventory;
    this.#registry = options.registry;
    this.#entities = options.entities;
    this.#ownership = options.ownership;
    this.#permission = options.permission;
  }

  async listClusters(options: {
    credentials: UserCredentials;
  }): Promise<ClusterSummary[]> {
    await this.#permission.assertAllowed(
      veleroFleetReadPermission,
      options.credentials,
    );
    return this.#inventory.clusters();
  }

  listBackups(
    question: EntityQuestion,
  ): Promise<EntityResponse<BackupSummary>> {
    return this.#answer('backups', question, q => this.#inventory.backups(q));
  }

  listSchedules(
    question: EntityQuestion,
  ): Promise<EntityResponse<ScheduleSummary>> {
    return this.#answer('schedules', question, q =>
      this.#inventory.schedules(q),
    );
  }

  listLocations(
    question: EntityQuestion,
  ): Promise<EntityResponse<LocationSummary>> {
    return this.#answer('locations', question, q =>
      this.#inventory.locations(q),
    );
  }

  async getBackup(options: {
    key: BackupKey;
    credentials: UserCredentials;
  }): Promise<BackupDetails> {
    const { key, credentials } = options;
    const readable = await this.#permission.allowed(
      veleroBackupReadPermission,
      await this.#readableIn(key.cluster, credentials),
      credentials,
    );
    const backup = await this.#inventory.backup({ key, readable });
    if (!backup) {
      // The same answer for what does not exist and for what is somebody else's: nobody learns names by guessing.
      throw new NotFoundError(
        `No backup '${key.name}' of yours found in namespace '${key.veleroNamespace}' of cluster '${key.cluster}'`,
      );
    }
    return backup;
  }

  async #answer<TItem>(
    list: string,
    question: EntityQuestion,
    ask: (question: InventoryQuestion) => Promise<InventoryPage<TItem>>,
  ): Promise<EntityResponse<TItem>> {
    const { entityRef, credentials } = question;
    const { limit = DEFAULT_LIMIT, cursor, ...filter } = question.query;
    const { cluster, phase, schedule, location } = filter;
    const cursorOf = [list, entityRef, cluster, phase, schedule, location];
    const after = cursor ? decodeCursor(cursorOf, cursor) : undefined;
    const proven = await this.#prove(entityRef, credentials);
    const clusters = await this.#clustersOf(proven);
    // While a source of clusters has not answered, what is missing may yet come.
    const isComplete = this.#registry.isComplete();
    const namespaces = isComplete
      ? withProblems(proven, clusters)
      : proven.claimed;
    const isWaiting = proven.ownsEntity && !isComplete;
    assertClusterFilter(filter, proven);
    if (
      proven.readable.length === 0 &&
      !isWaiting &&
      isKnown(proven, clusters)
    ) {
      throw new OwnershipNotProvenError(entityRef, namespaces);
    }
    const readable = await this.#allowed(proven.readable, credentials);
    const page = await ask({ readable, filter, limit, after });
    return {
      items: page.items,
      totalItems: page.totalItems,
      pageInfo: {
        nextCursor: page.next && encodeCursor(cursorOf, page.next),
      },
      clusters,
      namespaces,
    };
  }

  async #prove(
    entityRef: string,
    credentials: UserCredentials,
  ): Promise<ProvenClaims> {
    const { entity, claims } = await this.#entities.claims(
      entityRef,
      credentials,
    );
    const reader = await this.#entities.reader(credentials);
    return this.#ownership.prove({ entity, claims, reader });
  }

  async #allowed(
    proven: OwnedNamespace[],
    credentials: UserCredentials,
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

  async #readableIn(
    cluster: string,
    credentials: UserCredentials,
  ): Promise<OwnedNamespace[]> {
    const reader = await this.#entities.reader(credentials);
    const all = await this.#ownership.namespacesIn(cluster);
    if (reader.administrator) {
      return all.filter(({ owners }) => owners.length > 0);
    }
    const marks = [...new Set(all.flatMap(({ owners }) => owners))];
    const entities = await this.#entities.ownedOf(
      marks.filter(
        ref => !['group', 'user'].includes(parseEntityRef(ref).kind),
      ),
      reader,
      credentials,
    );
    const own = [...reader.ownershipRefs, ...entities];
    return all.filter(({ owners }) => owners.some(ref => own.includes(ref)));
  }
}

function assertClusterFilter(filter: BackupFilter, proven: ProvenClaims) {
  const clusters = [
    ...new Set(proven.claimed.flatMap(({ cluster }) => cluster ?? [])),
  ];
  if (filter.cluster && !clusters.includes(filter.cluster)) {
    throw new InputError(
      `Query parameter 'cluster' is '${
        filter.cluster
      }', but the entity claims namespaces in: ${
        clusters.join(', ') || 'none'
      }`,
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
