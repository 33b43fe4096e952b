import { InputError } from '@backstage/errors';
import {
  BackupDetails,
  BackupKey,
  BackupSummary,
  ClaimedNamespace,
  ClusterSummary,
  EntityResponse,
  LocationSummary,
  RestoreDetails,
  RestoreQuery,
  RestoreSummary,
  ScheduleSummary,
  veleroFleetReadPermission,
} from 'backstage-plugin-velero-common';
import {
  Inventory,
  InventoryPage,
  InventoryQuestion,
} from '../inventory/Inventory';
import { decodeCursor, encodeCursor } from './cursor';
import { EntityGate } from './EntityGate';
import {
  EntityQuestion,
  InventoryService,
  UserCredentials,
} from './InventoryService';
import { NamespacePermission } from './NamespacePermission';
import { RunGate } from './RunGate';

const DEFAULT_LIMIT = 25;

interface Paging {
  limit?: number;
  cursor?: string;
}

export interface AuthorizedInventoryOptions {
  inventory: Inventory;
  gate: EntityGate;
  backups: RunGate<BackupDetails>;
  restores: RunGate<RestoreDetails>;
  permission: NamespacePermission;
}

/** Narrows every question to what is proven to be the reader's, and asks the permission policy on top. */
export class AuthorizedInventory implements InventoryService {
  readonly #inventory: Inventory;
  readonly #gate: EntityGate;
  readonly #backups: RunGate<BackupDetails>;
  readonly #restores: RunGate<RestoreDetails>;
  readonly #permission: NamespacePermission;

  constructor(options: AuthorizedInventoryOptions) {
    this.#inventory = options.inventory;
    this.#gate = options.gate;
    this.#backups = options.backups;
    this.#restores = options.restores;
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

  listRestores(
    question: EntityQuestion<RestoreQuery>,
  ): Promise<EntityResponse<RestoreSummary>> {
    return this.#answer('restores', question, q => this.#inventory.restores(q));
  }

  listLocations(
    question: EntityQuestion,
  ): Promise<EntityResponse<LocationSummary>> {
    return this.#answer('locations', question, q =>
      this.#inventory.locations(q),
    );
  }

  getRestore(options: {
    key: BackupKey;
    credentials: UserCredentials;
  }): Promise<RestoreDetails> {
    return this.#restores.open(options);
  }

  getBackup(options: {
    key: BackupKey;
    credentials: UserCredentials;
  }): Promise<BackupDetails> {
    return this.#backups.open(options);
  }

  async #answer<TItem, TFilter extends { cluster?: string }>(
    list: string,
    question: EntityQuestion<TFilter & Paging>,
    ask: (
      question: InventoryQuestion<Omit<TFilter & Paging, keyof Paging>>,
    ) => Promise<InventoryPage<TItem>>,
  ): Promise<EntityResponse<TItem>> {
    const { entityRef, credentials } = question;
    const { limit = DEFAULT_LIMIT, cursor, ...filter } = question.query;
    const cursorOf = [list, entityRef, ...Object.entries(filter).sort().flat()];
    const after = cursor ? decodeCursor(cursorOf, cursor) : undefined;
    const { claimed, readable, clusters } = await this.#gate.open({
      entityRef,
      credentials,
      check: namespaces => assertCluster(question.query.cluster, namespaces),
    });
    const page = await ask({ readable, filter, limit, after });
    return {
      items: page.items,
      totalItems: page.totalItems,
      pageInfo: {
        nextCursor: page.next && encodeCursor(cursorOf, page.next),
      },
      clusters,
      namespaces: claimed,
    };
  }
}

function assertCluster(
  cluster: string | undefined,
  claimed: ClaimedNamespace[],
) {
  const clusters = [
    ...new Set(claimed.flatMap(namespace => namespace.cluster ?? [])),
  ];
  if (cluster && !clusters.includes(cluster)) {
    throw new InputError(
      `Query parameter 'cluster' is '${cluster}', but the entity claims namespaces in: ${
        clusters.join(', ') || 'none'
      }`,
    );
  }
}
