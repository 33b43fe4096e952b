import { Sandbox, startSandbox } from 'velero-sandbox';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from './__testUtils__/startPortal';

const BACKUPS = '/entities/by-name/component/default/payments-api/backups';

function backup(name: string, overrides: object = {}) {
  return {
    metadata: {
      name,
      namespace: 'velero',
      creationTimestamp: '2026-11-22T02:00:00Z',
      labels: { 'velero.io/schedule-name': 'eu-all' },
    },
    spec: {
      includedNamespaces: ['payments'],
      storageLocation: 'archive',
      ttl: '720h0m0s',
    },
    status: {
      phase: 'Completed',
      startTimestamp: '2026-11-22T02:00:01Z',
      completionTimestamp: '2026-11-22T02:01:00Z',
      expiration: '2026-12-22T02:00:01Z',
      progress: { totalItems: 12, itemsBackedUp: 12 },
    },
    ...overrides,
  };
}

function namespace(name: string, owner?: string) {
  return {
    metadata: {
      name,
      ...(owner && { annotations: { 'backstage.io/owner': owner } }),
    },
  };
}

const archive = {
  metadata: { name: 'archive', namespace: 'velero' },
  spec: {
    provider: 'aws',
    objectStorage: { bucket: 'tenant-backups', prefix: 'eu' },
    config: { region: 'auto', s3Url: 'https://user:secret@s3.example.com' },
    credential: { name: 'archive-credentials', key: 'cloud' },
    default: true,
  },
  status: { phase: 'Available' },
};

async function untilShown(portal: TestPortal) {
  await portal.eventually(BACKUPS, 'payments-owner', ({ body }) =>
    expect(body.items).toHaveLength(1),
  );
}

describe('velero plugin', () => {
  let sandbox: Sandbox;
  let portal: TestPortal;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [
        {
          name: 'eu',
          velero: false,
          populate: ({ objects }) => {
            objects.put('backupstoragelocations', archive);
            objects.put('namespaces', namespace('payments', 'group:payments'));
            objects.put('namespaces', namespace('shop', 'group:default/shop'));
            objects.put('namespaces', namespace('unmarked'));
            objects.put('backups', backup('first'));
          },
        },
        { name: 'us', velero: false },
      ],
    });
    portal = await startPortal({
      clusters: clustersConfig(sandbox),
      entities: [
        componentOf({ name: 'payments-api', claims: 'eu/payments' }),
        componentOf({ name: 'copycat', owner: 'shop', claims: 'eu/payments' }),
        componentOf({ name: 'plain' }),
        componentOf({ name: 'broken', claims: 'eu' }),
        componentOf({ name: 'typo', claims: 'ue/payments' }),
        componentOf({ name: 'half', claims: 'eu/payments,eu/unmarked' }),
      ],
    });
  });

  afterEach(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  it('shows a backup to the owner of its namespace', async () => {
    const { body } = await portal.eventually(
      BACKUPS,
      'payments-owner',
      response => expect(response.body.items).toHaveLength(1),
    );
    expect(body).toMatchObject({
      totalItems: 1,
      pageInfo: {},
      clusters: [{ name: 'eu' }],
      namespaces: [{ cluster: 'eu', namespace: 'payments', proven: true }],
      items: [
        {
          cluster: 'eu',
          veleroNamespace: 'velero',
          name: 'first',
          phase: 'Completed',
          lifecycle: 'finished',
          outcome: 'ok',
          startedAt: '2026-11-22T02:00:01.000Z',
          itemsDone: 12,
          itemsTotal: 12,
          schedule: 'eu-all',
          namespaces: ['payments'],
          shared: false,
          origin: 'this-cluster',
        },
      ],
    });
  });

  it('follows changes by itself', async () => {
    await portal.eventually(BACKUPS, 'payments-owner', ({ body }) =>
      expect(body.items).toHaveLength(1),
    );
    const { objects } = sandbox.cluster('eu');
    objects.put(
      'backups',
      backup('second', {
        status: {
          phase: 'InProgress',
          startTimestamp: '2026-11-23T02:00:01Z',
          progress: { totalItems: 10, itemsBackedUp: 4 },
        },
      }),
    );
    await portal.eventually(BACKUPS, 'payments-owner', ({ body }) =>
      expect(body.items).toMatchObject([
        { name: 'second', lifecycle: 'running', itemsDone: 4 },
        { name: 'first' },
      ]),
    );
    objects.remove('backups', 'first', 'velero');
    await portal.eventually(BACKUPS, 'payments-owner', ({ body }) =>
      expect(body.items).toMatchObject([{ name: 'second' }]),
    );
  });

  describe('to whom it shows what', () => {
    beforeEach(() => untilShown(portal));

    it.each([
      ['payments-api', 'payments-owner', 200],
      ['payments-api', 'engineer', 200],
      ['payments-api', 'shop-owner', 403],
      ['payments-api', 'visitor', 403],
      ['copycat', 'shop-owner', 403],
      ['copycat', 'payments-owner', 403],
      ['copycat', 'engineer', 403],
      ['half', 'payments-owner', 200],
    ])('%s to %s: %d', async (name, user, status) => {
      for (const list of ['backups', 'schedules', 'locations']) {
        const response = await portal.get(
          `/entities/by-name/component/default/${name}/${list}`,
          user,
        );
        expect(response.status).toBe(status);
      }
    });

    it('says how to prove a claim, and the same whatever exists', async () => {
      const { body } = await portal.get(BACKUPS, 'visitor');
      expect(body.error).toMatchObject({
        name: 'OwnershipNotProvenError',
        namespaces: [
          {
            cluster: 'eu',
            namespace: 'payments',
            proven: false,
            howToProve:
              'kubectl --context eu annotate namespace payments backstage.io/owner=group:default/payments',
          },
        ],
      });
      sandbox.cluster('eu').objects.remove('namespaces', 'payments');
      sandbox.cluster('eu').objects.put('namespaces', namespace('later'));
      await portal.eventually(BACKUPS, 'payments-owner', ({ status }) =>
        expect(status).toBe(403),
      );
      const gone = await portal.get(BACKUPS, 'visitor');
      expect(gone.body.error).toEqual(body.error);
    });

    it('tells owners, and nobody else, of a cluster that is not registered', async () => {
      const path = '/entities/by-name/component/default/typo/backups';
      const problems = async (user: string) => {
        const { status, body } = await portal.get(path, user);
        expect(status).toBe(403);
        return body.error.namespaces[0].problem;
      };
      expect(await problems('payments-owner')).toBe(
        "No cluster 'ue' is registered",
      );
      expect(await problems('visitor')).toBeUndefined();
    });

    it('shows what is proven of a claim and says how to prove the rest', async () => {
      const { body } = await portal.get(
        '/entities/by-name/component/default/half/backups',
        'payments-owner',
      );
      expect(body.namespaces).toMatchObject([
        { namespace: 'payments', proven: true },
        {
          namespace: 'unmarked',
          proven: false,
          howToProve: expect.stringContaining('annotate namespace unmarked'),
        },
      ]);
      expect(body.items).toHaveLength(1);
    });

    it('takes the mark away as soon as the namespace loses it', async () => {
      sandbox
        .cluster('eu')
        .objects.patch(
          'namespaces',
          { name: 'payments' },
          { metadata: { annotations: { 'backstage.io/owner': 'group:shop' } } },
        );
      await portal.eventually(BACKUPS, 'payments-owner', ({ status }) =>
        expect(status).toBe(403),
      );
      const path = '/clusters/eu/backups/velero/first';
      expect((await portal.get(path, 'payments-owner')).status).toBe(404);
      expect((await portal.get(path, 'shop-owner')).status).toBe(200);
    });

    it('answers nobody without a user', async () => {
      const response = await portal.get(BACKUPS);
      expect(response.status).toBe(401);
    });

    it('shows one backup to its owner only, and hides from others that it exists', async () => {
      const path = '/clusters/eu/backups/velero/first';
      const own = await portal.get(path, 'payments-owner');
      expect(own.body).toMatchObject({
        name: 'first',
        ttl: '720h0m0s',
        location: { name: 'archive', bucket: 'tenant-backups', prefix: 'eu' },
        spec: { includedNamespaces: ['payments'] },
        freshness: { name: 'eu' },
      });
      const foreign = await portal.get(path, 'shop-owner');
      const missing = await portal.get(
        '/clusters/eu/backups/velero/none',
        'shop-owner',
      );
      expect(foreign.status).toBe(404);
      expect(foreign.body.error.message.replace('first', 'none')).toBe(
        missing.body.error.message,
      );
    });

    it('shows of a shared backup only what concerns the reader', async () => {
      sandbox.cluster('eu').objects.put(
        'backups',
        backup('shared', {
          spec: {
            includedNamespaces: ['payments', 'shop', 'secret-project'],
            orderedResources: { pods: 'secret-project/a' },
            storageLocation: 'archive',
          },
        }),
      );
      const { body } = await portal.eventually(
        '/clusters/eu/backups/velero/shared',
        'payments-owner',
        ({ status }) => expect(status).toBe(200),
      );
      expect(body).toMatchObject({ namespaces: ['payments'], shared: true });
      expect(JSON.stringify(body)).not.toContain('secret-project');
    });

    it('never gives away what may be secret', async () => {
      const { objects } = sandbox.cluster('eu');
      objects.put(
        'backups',
        backup('hooked', {
          metadata: {
            name: 'hooked',
            namespace: 'velero',
            annotations: { 'kubectl.kubernetes.io/last-applied': 'canary-1' },
          },
          spec: {
            includedNamespaces: ['payments'],
            hooks: {
              resources: [
                {
                  pre: [{ exec: { command: ['dump', '--password=canary-2'] } }],
                },
              ],
            },
          },
        }),
      );
      objects.patch(
        'backupstoragelocations',
        { name: 'archive', namespace: 'velero' },
        {
          status: {
            phase: 'Unavailable',
            message: 'GET https://s3.example.com/x?sig=canary-3 failed',
          },
        },
      );
      const details = await portal.eventually(
        '/clusters/eu/backups/velero/hooked',
        'payments-owner',
        ({ status }) => expect(status).toBe(200),
      );
      expect(details.body.spec.hooks.resources[0].pre[0].exec.command).toEqual([
        '(hidden)',
      ]);
      const locations = await portal.eventually(
        BACKUPS.replace('/backups', '/locations'),
        'payments-owner',
        ({ body }) => expect(body.items[0].phase).toBe('Unavailable'),
      );
      expect(locations.body.items[0].message).toBe(
        'GET https://s3.example.com/x failed',
      );
      const everything = JSON.stringify([details.body, locations.body]);
      expect(everything).not.toMatch(/canary|user:secret/);
    });
  });

  describe('bad input', () => {
    beforeEach(() => untilShown(portal));

    it.each([
      [`${BACKUPS}?limit=0`, 400, /limit/],
      [`${BACKUPS}?limit=201`, 400, /limit/],
      [`${BACKUPS}?limit=many`, 400, /limit/],
      [`${BACKUPS}?cursor=nonsense`, 400, /'cursor' is not a cursor/],
      [`${BACKUPS}?cursor=e30`, 400, /'cursor' is not a cursor/],
      [`${BACKUPS}?phases=Completed`, 400, /phases/],
      [`${BACKUPS}?phase=`, 400, /phase/],
      [`${BACKUPS}?cluster=mars`, 400, /'mars'.*eu/],
      [
        '/entities/by-name/component/default/nobody/backups',
        404,
        /'component:default\/nobody'/,
      ],
      [
        '/entities/by-name/component/default/plain/backups',
        404,
        /velero.io\/namespaces: '<cluster>\/<namespace>'/,
      ],
      [
        '/entities/by-name/component/default/broken/backups',
        400,
        /entry 'eu', expected '<cluster>\/<namespace>'/,
      ],
      ['/clusters/mars/backups/velero/first', 404, /'mars'/],
      ['/clusters/eu/backups/velero/none', 404, /'none'/],
    ])('%s: %d', async (path, status, message) => {
      const response = await portal.get(path, 'payments-owner');
      expect(response.status).toBe(status);
      expect(response.body.error.message).toMatch(message);
    });

    it('takes a cursor for the list that gave it and no other', async () => {
      sandbox.cluster('eu').objects.put('backups', backup('second'));
      const { body } = await portal.eventually(
        `${BACKUPS}?limit=1`,
        'payments-owner',
        response => expect(response.body.totalItems).toBe(2),
      );
      const cursor = body.pageInfo.nextCursor;
      const next = await portal.get(
        `${BACKUPS}?limit=1&cursor=${cursor}`,
        'payments-owner',
      );
      expect([body.items[0].name, next.body.items[0].name].sort()).toEqual([
        'first',
        'second',
      ]);
      expect(next.body.pageInfo).toEqual({});
      const other = await portal.get(
        `${BACKUPS}?limit=1&phase=Completed&cursor=${cursor}`,
        'payments-owner',
      );
      expect(other.status).toBe(400);
      expect(other.body.error.message).toMatch(/other filters/);
    });

    it('shows odd backups as far as it can, and everything else as ever', async () => {
      const { objects } = sandbox.cluster('eu');
      const spec = { includedNamespaces: ['payments'] };
      const odd = (name: string, fields: object) =>
        objects.put('backups', {
          metadata: { name, namespace: 'velero' },
          spec,
          ...fields,
        });
      odd('unknown-phase', { status: { phase: 'Levitating' } });
      odd('no-status', { status: undefined });
      odd('no-time', {
        status: { startTimestamp: 'yesterday', warnings: 'x' },
      });
      odd('many-labels', {
        metadata: {
          name: 'many-labels',
          namespace: 'velero',
          labels: Object.fromEntries(
            Array.from({ length: 10_000 }, (_, i) => [
              `label-${i}`,
              'x'.repeat(90),
            ]),
          ),
        },
        status: { phase: 'Completed' },
      });
      odd('null-spec', { spec: null, status: { phase: 'a\u0000b' } });
      const { body } = await portal.eventually(
        BACKUPS,
        'payments-owner',
        response => expect(response.body.totalItems).toBe(6),
      );
      const found = new Map<string, { lifecycle: string; phase: string }>(
        body.items.map((item: { name: string }) => [item.name, item]),
      );
      expect(found.get('unknown-phase')).toMatchObject({
        phase: 'Levitating',
        lifecycle: 'running',
      });
      expect(found.get('no-status')).toMatchObject({ lifecycle: 'waiting' });
      expect(found.get('no-time')).not.toHaveProperty('startedAt');
      expect(found.get('many-labels')).toMatchObject({ outcome: 'ok' });
      expect(found.get('null-spec')).toMatchObject({ shared: true });
    });
  });

  it('serves its contract', async () => {
    const { body } = await portal.get('/openapi.json', 'visitor');
    expect(Object.keys(body.paths)).toContain('/api/velero/clusters');
  });

  it('asks no cluster for a page view', async () => {
    await portal.eventually(BACKUPS, 'payments-owner', ({ body }) =>
      expect(body.clusters).toMatchObject([{ state: 'live' }]),
    );
    const { requests } = sandbox.cluster('eu');
    const before = requests.total;
    for (let i = 0; i < 20; i++) {
      await portal.get(BACKUPS, 'payments-owner');
      await portal.get('/clusters/eu/backups/velero/first', 'payments-owner');
      await portal.get('/clusters', 'visitor');
    }
    expect(requests.total).toBe(before);
  });
});
