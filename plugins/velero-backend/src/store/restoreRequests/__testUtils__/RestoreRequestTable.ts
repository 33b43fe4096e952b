import {
  defaultRestorePolicy,
  RestoreBinding,
  RestoreState,
} from 'backstage-plugin-velero-common';
import { Knex } from 'knex';
import { createStores } from '../../Stores';
import {
  NewRestoreRequest,
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../../RestoreRequestStore';

export const ANN = 'user:default/ann';

/** What somebody agreed to, about the shop in a cluster. */
export const bindingIn = (cluster: string): RestoreBinding => ({
  cluster: { name: cluster, identity: 'uid' },
  veleroNamespace: 'velero',
  backup: { name: 'nightly', uid: 'uid' },
  location: { name: 'archive' },
  namespaces: { [`${cluster}/shop`]: 'uid' },
  policy: defaultRestorePolicy,
  spec: {
    backupName: 'nightly',
    includedNamespaces: ['shop'],
    includedResources: ['configmaps'],
    restorePVs: true,
    existingResourcePolicy: 'none',
    itemOperationTimeout: '4h0m0s',
  },
});

/** A request of ann about her shop, if not said otherwise. */
export function newRequest(
  id: string,
  overrides: Partial<NewRestoreRequest> = {},
): NewRestoreRequest {
  return {
    id,
    key: id,
    state: 'pending',
    requester: {
      userRef: ANN,
      ownershipRefs: [ANN, 'group:default/shop'],
      administrator: false,
    },
    wish: {
      backup: {
        cluster: 'prod-eu',
        veleroNamespace: 'velero',
        name: 'nightly',
      },
      namespaces: [{ source: 'shop', target: 'shop' }],
      volumes: 'restore',
      existing: 'none',
      reason: 'gone',
    },
    binding: bindingIn('prod-eu'),
    approvals: [{ from: ['owner'], count: 1 }],
    owners: ['group:default/shop'],
    restore: `rst-${id}`,
    notBefore: 0,
    ttl: 60_000,
    namespaces: [
      { cluster: 'prod-us', namespace: 'shop', isTarget: false },
      { cluster: 'prod-eu', namespace: 'shop', isTarget: true },
    ],
    approvers: ['group:default/shop', 'platform'],
    limits: { openPerUser: 100, perNamespaceAndDay: 100 },
    ...overrides,
  };
}

/** Somebody else. */
export const by = (name: string) => ({
  userRef: `user:default/${name}`,
  ownershipRefs: [],
  administrator: false,
});

/** A store on an empty database, with ways to fill it. */
export class RestoreRequestTable {
  private constructor(
    readonly knex: Knex,
    readonly store: RestoreRequestStore,
  ) {}

  static async open(knex: Knex): Promise<RestoreRequestTable> {
    const { restoreRequests } = await createStores({
      getClient: async () => knex,
    });
    return new RestoreRequestTable(knex, restoreRequests);
  }

  async create(
    name: string,
    overrides: Partial<NewRestoreRequest> = {},
  ): Promise<StoredRestoreRequest> {
    const { request } = await this.store.create(newRequest(name, overrides));
    return request!;
  }

  /** Keeps a request, and makes it what it could not become at once. */
  async inState(
    name: string,
    state: RestoreState,
    overrides: Partial<NewRestoreRequest> = {},
  ): Promise<StoredRestoreRequest> {
    await this.create(name, overrides);
    await this.knex('velero_restore_request')
      .where({ id: name })
      .update({ state });
    return (await this.store.find(name))!;
  }
}
