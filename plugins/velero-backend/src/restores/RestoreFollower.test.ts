import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import {
  ClusterConnection,
  KubernetesObject,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { RESTORE_ANNOTATIONS } from 'backstage-plugin-velero-common';
import { bindingIn } from '../store/restoreRequests/__testUtils__/RestoreRequestTable';
import { createStores, Stores } from '../store/Stores';
import { hashOfBinding } from './restoreObject';
import { RestoreFollower } from './RestoreFollower';
import { RestoreSteps } from './RestoreSteps';
import { CLUSTER_AWAY } from './RestoreSubmission';
import { DEFAULT_TIMES } from './RestoreTimes';

jest.setTimeout(60_000);

const databases = testDatabases();

const binding = bindingIn('eu');

describe.each(databases.ids)('following restores on %s', id => {
  const logger = mockServices.logger.mock();
  let knex: Knex;
  let stores: Stores;
  let follower: RestoreFollower;

  /** What the cluster has of Restores, by name. */
  let live: Map<string, KubernetesObject>;
  let identity: string;
  const connection: Partial<ClusterConnection> = {
    get: async ({ name }) => {
      const found = live.get(name);
      if (!found) {
        throw new ClusterError('not-found', 'It is not there');
      }
      return found;
    },
    readIdentity: async () => identity,
  };

  beforeEach(async () => {
    jest.resetAllMocks();
    live = new Map();
    identity = 'uid';
    knex = await databases.init(id);
    stores = await createStores({ getClient: async () => knex });
    const lease = await stores.leases.acquire({
      cluster: 'eu',
      holder: 'collector',
      ttl: 3_600_000,
    });
    await stores.clusters.save(lease!, { state: 'live', syncedAt: Date.now() });
    follower = new RestoreFollower({
      stores,
      steps: new RestoreSteps({
        store: stores.restoreRequests,
        auditor: mockServices.auditor.mock(),
        logger,
      }),
      registry: {
        current: () => [
          {
            name: 'eu',
            source: 'test',
            connection: connection as ClusterConnection,
          },
        ],
        isComplete: () => true,
        subscribe: () => () => undefined,
      },
      logger,
      times: DEFAULT_TIMES,
    });
  });

  /** A request that runs, and the Restore that was collected. */
  async function running(name: string, doc: string) {
    await stores.restoreRequests.create({
      id: name,
      key: name,
      state: 'approved',
      requester: {
        userRef: 'user:default/ann',
        ownershipRefs: [],
        administrator: false,
      },
      wish: {
        backup: { cluster: 'eu', veleroNamespace: 'velero', name: 'nightly' },
        namespaces: [{ source: 'shop', target: 'shop' }],
        volumes: 'restore',
        existing: 'none',
        reason: 'gone',
      },
      binding,
      approvals: [],
      owners: [],
      restore: `rst-${name}`,
      notBefore: 0,
      ttl: 60_000,
      namespaces: [],
      approvers: [],
      limits: { openPerUser: 100, perNamespaceAndDay: 100 },
    });
    await knex('velero_restore_request')
      .where({ id: name })
      .update({ state: 'running' });
    await knex('velero_object').insert({
      cluster: 'eu',
      resource: 'restores',
      namespace: 'velero',
      name: `rst-${name}`,
      uid: name,
      resource_version: '1',
      sort_time: 1,
      phase: 'Completed',
      doc,
    });
    if (doc.startsWith('{')) {
      live.set(`rst-${name}`, JSON.parse(doc));
    }
  }

  /** The Restore of a request, as Velero has it; what else is in its spec. */
  const completed = (request: string, spec: object = {}) =>
    JSON.stringify({
      metadata: {
        name: `rst-${request}`,
        namespace: 'velero',
        annotations: {
          [RESTORE_ANNOTATIONS.requestId]: request,
          [RESTORE_ANNOTATIONS.agreedTo]: hashOfBinding(binding),
        },
      },
      spec: {
        ...binding.spec,
        excludedResources: ['nodes'],
        scheduleName: 'nightly',
        hooks: {},
        ...spec,
      },
      status: { phase: 'Completed' },
    });

  async function stateOf(name: string) {
    return (await stores.restoreRequests.find(name))?.state;
  }

  it('reads them together', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `request-${i}`);
    for (const name of names) {
      await running(name, completed(name));
    }
    const read: string[] = [];
    knex.on('query', ({ sql }) => {
      if (/^select .* from .velero_object./.test(sql)) {
        read.push(sql);
      }
    });
    await expect(follower.look()).resolves.toBe(true);
    expect(read).toHaveLength(1);
    for (const name of names) {
      await expect(stateOf(name)).resolves.toBe('succeeded');
    }
    await expect(follower.look()).resolves.toBe(false);
  });

  it.each<[string, string]>([
    ['was made for another request', completed('other')],
    ['names no request', JSON.stringify({ metadata: {}, spec: binding.spec })],
    ['asks for more', completed('first', { preserveNodePorts: true })],
    [
      'has commands run',
      completed('first', { hooks: { resources: [{ name: 'more' }] } }),
    ],
    ['asks for less', completed('first', { includedResources: ['secrets'] })],
  ])('takes no Restore for its own that %s', async (_name, doc) => {
    await running('first', doc);
    await follower.look();
    const request = await stores.restoreRequests.find('first');
    expect(request?.state).toBe('unknown');
    expect(request?.outcome?.message).toContain(
      'somebody changed it, or made another one of its name',
    );
  });

  it('asks the cluster when what is kept of a Restore does not tell whose it is', async () => {
    const status = { phase: 'Completed' };
    await running('first', JSON.stringify({ metadata: {}, status }));
    live.set('rst-first', JSON.parse(completed('first')));
    await follower.look();
    await expect(stateOf('first')).resolves.toBe('succeeded');
  });

  it('waits for what was seen to be read again when the cluster has no such Restore', async () => {
    await running('first', JSON.stringify({ metadata: {} }));
    live.clear();
    await expect(follower.look()).resolves.toBe(false);
    await expect(stateOf('first')).resolves.toBe('running');
  });

  it.each<[string, string, string, string]>([
    ['the cluster was away', CLUSTER_AWAY, 'uid', 'expired'],
    ['it is another cluster', CLUSTER_AWAY, 'other', 'unknown'],
    ['there was another Restore', 'There is a Restore', 'uid', 'unknown'],
  ])(
    'says what came of a request without a Restore where %s',
    async (_name, message, found, expected) => {
      await running('first', completed('first'));
      await knex('velero_object').del();
      live.clear();
      identity = found;
      const request = (await stores.restoreRequests.find('first'))!;
      await stores.restoreRequests.change(
        request,
        { state: 'unknown', outcome: { message } },
        { type: 'unknown', body: { message } },
      );
      await expect(follower.look()).resolves.toBe(false);
      await knex('velero_restore_request').update({ updated_at: 1 });
      await follower.look();
      await expect(stateOf('first')).resolves.toBe(expected);
    },
  );

  it('follows the others when one cannot be followed', async () => {
    await running('first', 'not JSON');
    await running('second', completed('second'));
    await expect(follower.look()).resolves.toBe(true);
    await expect(stateOf('first')).resolves.toBe('running');
    await expect(stateOf('second')).resolves.toBe('succeeded');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Request first cannot be followed'),
    );
  });

  it('ends each once when two replicas look at the same time', async () => {
    await running('first', completed('first'));
    await Promise.all([follower.look(), follower.look()]);
    const events = await stores.restoreRequests.eventsOf('first');
    expect(events.map(({ type }) => type)).toEqual(['requested', 'ended']);
  });
});
