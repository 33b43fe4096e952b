import {
  TenantsQuery,
  TenantsResponse,
  TenantSummary,
  veleroBackupReadPermission,
} from 'backstage-plugin-velero-common';
import { TenantInventory } from '../inventory/TenantInventory';
import { TenantKey } from '../store/TenantQueries';
import { decodeCursor, encodeCursor } from './cursor';
import { EntityAccess } from './EntityAccess';
import { ReaderCredentials } from './InventoryService';
import { NamespacePermission } from './NamespacePermission';
import { TenantService } from './TenantService';

const DEFAULT_LIMIT = 25;
const CURSOR_OF = 'tenants';

/** Shows tenants to their owners, and all of them to administrators and plugins. */
export class AuthorizedTenants implements TenantService {
  readonly #inventory: TenantInventory;
  readonly #entities: EntityAccess;
  readonly #permission: NamespacePermission;

  constructor(options: {
    tenants: TenantInventory;
    entities: EntityAccess;
    permission: NamespacePermission;
  }) {
    this.#inventory = options.tenants;
    this.#entities = options.entities;
    this.#permission = options.permission;
  }

  async listTenants(question: {
    query: TenantsQuery;
    credentials: ReaderCredentials;
  }): Promise<TenantsResponse> {
    const { query, credentials } = question;
    const { limit = DEFAULT_LIMIT, cursor } = query;
    const reader = await this.#entities.reader(credentials);
    const { items, next, isComplete } = await this.#inventory.tenants({
      ...(!reader.administrator && { owners: reader.ownershipRefs }),
      limit,
      ...(cursor && { after: readCursor(cursor) }),
    });
    return {
      items: await this.#allowed(items, credentials),
      pageInfo: { nextCursor: next && writeCursor(next) },
      isComplete,
    };
  }

  /** Names only those namespaces for which the policy grants the permission to read backups. */
  async #allowed(
    tenants: TenantSummary[],
    credentials: ReaderCredentials,
  ): Promise<TenantSummary[]> {
    const wanted = tenants.flatMap(({ owner, clusters }) =>
      clusters.flatMap(entry =>
        entry.namespaces.map(namespace => ({
          ...{ entry, namespace },
          cluster: entry.cluster,
          owners: [owner],
        })),
      ),
    );
    const allowed = await this.#permission.allowed(
      veleroBackupReadPermission,
      wanted,
      credentials,
    );
    return tenants.map(tenant => ({
      ...tenant,
      clusters: tenant.clusters.map(cluster => ({
        ...cluster,
        namespaces: allowed
          .filter(({ entry }) => entry === cluster)
          .map(({ namespace }) => namespace),
      })),
    }));
  }
}

function readCursor(text: string): TenantKey {
  const { name: tenant, namespace: owner } = decodeCursor(CURSOR_OF, text);
  return { tenant, owner };
}

function writeCursor({ tenant, owner }: TenantKey): string {
  const position = { sortTime: 0, cluster: '', namespace: owner, name: tenant };
  return encodeCursor(CURSOR_OF, position);
}
