import { Sandbox, SandboxCluster } from 'velero-sandbox';
import {
  backup,
  namespace,
  PaymentsFleet,
  startPaymentsFleet,
  untilShown,
} from '../__testUtils__/paymentsFleet';
import { TestPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const RESTORES = '/entities/by-name/component/default/payments-api/restores';

function restore(name: string, spec: object = {}, status: object = {}) {
  return {
    metadata: {
      name,
      namespace: 'velero',
      creationTimestamp: '2026-11-23T08:00:00Z',
    },
    spec: { backupName: 'first', includedNamespaces: ['*'], ...spec },
    status: { phase: 'Completed', ...status },
  };
}

describe('restores that are there', () => {
  let fleet: PaymentsFleet;
  let sandbox: Sandbox;
  let portal: TestPortal;
  let eu: SandboxCluster;

  beforeEach(async () => {
    fleet = await startPaymentsFleet();
    ({ sandbox, portal } = fleet);
    eu = sandbox.cluster('eu');
    await untilShown(portal);
  });

  afterEach(() => fleet?.stop());

  const untilListed = (names: string[], path = RESTORES) =>
    portal.eventually(path, 'payments-owner', ({ status, body }) => {
      expect(status).toBe(200);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual(
        names,
      );
    });

  it('are listed with what they did to the reader’s namespaces', async () => {
    eu.objects.put(
      'restores',
      restore(
        'back',
        { existingResourcePolicy: 'update' },
        {
          phase: 'PartiallyFailed',
          startTimestamp: '2026-11-23T08:00:01Z',
          completionTimestamp: '2026-11-23T08:01:00Z',
          progress: { itemsRestored: 9, totalItems: 12 },
          warnings: 1,
          errors: 3,
        },
      ),
    );
    const { body } = await untilListed(['back']);
    expect(body.items[0]).toEqual({
      cluster: 'eu',
      veleroNamespace: 'velero',
      name: 'back',
      phase: 'PartiallyFailed',
      lifecycle: 'finished',
      outcome: 'partial',
      backup: 'first',
      createdAt: '2026-11-23T08:00:00.000Z',
      startedAt: '2026-11-23T08:00:01.000Z',
      completedAt: '2026-11-23T08:01:00.000Z',
      itemsDone: 9,
      itemsTotal: 12,
      warnings: 1,
      errors: 3,
      existingResourcePolicy: 'update',
      namespaces: [{ source: 'payments', target: 'payments' }],
      shared: false,
      validationErrors: [],
    });
  });

  it('are not shown to whom their backup does not concern', async () => {
    eu.objects.put('namespaces', namespace('shop', 'group:default/shop'));
    eu.objects.put('backups', {
      ...backup('shops'),
      spec: { includedNamespaces: ['shop'], storageLocation: 'archive' },
    });
    // As the command line tool makes it: everything, of a backup that holds nothing of ours.
    eu.objects.put('restores', restore('theirs', { backupName: 'shops' }));
    eu.objects.put('restores', restore('of-nothing', { backupName: 'gone' }));
    eu.objects.put('restores', restore('ours'));
    await untilListed(['ours']);
  });

  it('hide the side that is somebody else’s', async () => {
    const shared = { phase: 'Failed', failureReason: 'shop: no space left' };
    eu.objects.put(
      'restores',
      restore('away', { namespaceMapping: { payments: 'shop' } }, shared),
    );
    const { body } = await untilListed(['away']);
    expect(body.items[0]).toMatchObject({
      namespaces: [{ source: 'payments' }],
      shared: true,
    });
    expect(JSON.stringify(body)).not.toContain('shop');
  });

  it('are seen by the owner of the namespace that they write to', async () => {
    eu.objects.put('backups', {
      ...backup('shops'),
      spec: { includedNamespaces: ['shop'], storageLocation: 'archive' },
    });
    const into = {
      backupName: 'shops',
      namespaceMapping: { shop: 'payments' },
    };
    eu.objects.put('restores', restore('into-ours', into));
    const { body } = await untilListed(['into-ours']);
    expect(body.items[0]).toMatchObject({
      namespaces: [{ target: 'payments' }],
      shared: true,
    });
  });

  it('are told in full by their name', async () => {
    eu.objects.put(
      'restores',
      restore(
        'back',
        { labelSelector: { matchLabels: { app: 'db' } } },
        { hookStatus: { hooksAttempted: 2, hooksFailed: 1 } },
      ),
    );
    await untilListed(['back']);
    const { body } = await portal.get(
      '/clusters/eu/restores/velero/back',
      'payments-owner',
    );
    expect(body).toMatchObject({
      name: 'back',
      location: 'archive',
      spec: { labelSelector: { matchLabels: { app: 'db' } } },
      hooks: { attempted: 2, failed: 1 },
      labels: {},
    });
  });

  it('hide what is somebody else’s when they are asked for by name, too', async () => {
    eu.objects.put(
      'restores',
      restore('away', {
        namespaceMapping: { payments: 'shop' },
        labelSelector: { matchLabels: { app: 'shop' } },
        restorePVs: true,
      }),
    );
    await untilListed(['away']);
    const { body } = await portal.get(
      '/clusters/eu/restores/velero/away',
      'payments-owner',
    );
    expect(body.spec).toEqual({
      backupName: 'first',
      restorePVs: true,
      includedNamespaces: ['payments', '(and others)'],
    });
    expect(JSON.stringify(body)).not.toContain('shop');
  });

  it('come in pages, the newest first, and by their backup', async () => {
    eu.objects.put('backups', backup('second'));
    for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) {
      eu.objects.put('restores', {
        ...restore(name, { backupName: i === 1 ? 'second' : 'first' }),
        status: {
          phase: 'Completed',
          startTimestamp: `2026-11-23T08:0${i}:00Z`,
        },
      });
    }
    const { body: first } = await portal.eventually(
      `${RESTORES}?limit=3`,
      'payments-owner',
      ({ body }) => expect(body.totalItems).toBe(4),
    );
    expect(first.items.map((r: { name: string }) => r.name)).toEqual([
      ...['d', 'c', 'b'],
    ]);
    const { nextCursor } = first.pageInfo;
    await untilListed(['a'], `${RESTORES}?limit=3&cursor=${nextCursor}`);
    await untilListed(['b'], `${RESTORES}?backup=second`);
    const { status } = await portal.get(
      `${RESTORES}?backup=second&cursor=${nextCursor}`,
      'payments-owner',
    );
    expect(status).toBe(400);
  });

  it('are as narrow when they are too large to be kept whole', async () => {
    const others = Array.from({ length: 3_000 }, (_, i) => [
      `source-${i}`,
      `target-${i}`,
    ]);
    const namespaceMapping = {
      payments: 'shop',
      ...Object.fromEntries(others),
    };
    eu.objects.put('restores', restore('large', { namespaceMapping }));
    const { body } = await untilListed(['large']);
    expect(body.items[0]).toMatchObject({
      namespaces: [{ source: 'payments' }],
      shared: true,
    });
  });

  it('are found behind any number of those of others', async () => {
    eu.objects.put('backups', {
      ...backup('shops'),
      spec: { includedNamespaces: ['shop'], storageLocation: 'archive' },
    });
    for (let i = 0; i < 1_001; i++) {
      eu.objects.put(
        'restores',
        restore(
          `nightly-${i}`,
          { backupName: 'shops' },
          { startTimestamp: '2026-11-23T09:00:00Z' },
        ),
      );
    }
    eu.objects.put('restores', restore('ours'));
    await untilListed(['ours']);
    const { body } = await portal.get(RESTORES, 'payments-owner');
    expect(body.totalItems).toBe(1);
    expect(body.pageInfo).toEqual({});
  });

  it('are for owners only', async () => {
    eu.objects.put('restores', restore('ours'));
    await untilListed(['ours']);
    for (const user of ['shop-owner', 'visitor']) {
      expect((await portal.get(RESTORES, user)).status).toBe(403);
    }
    expect((await portal.get(RESTORES)).status).toBe(401);
  });
});
