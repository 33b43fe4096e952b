import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { backup, namespace } from '../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const ENTITY = '/entities/by-name/component/default/payments-api';
const PROTECTION = `${ENTITY}/protection`;
const HISTORY = `${ENTITY}/history`;
const USER = 'payments-owner';

function hoursAgo(hours: number): string {
  const time = Date.now() - hours * 3_600_000;
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A backup that began some hours ago and holds `payments`. */
function copy(
  name: string,
  options: {
    ago: number;
    schedule?: string;
    location?: string;
    phase?: string;
    ttl?: string;
    items?: number;
  },
) {
  const { ago, schedule, ttl = '720h0m0s' } = options;
  const { phase = 'Completed', items = 12 } = options;
  return backup(name, {
    metadata: {
      name,
      namespace: 'velero',
      creationTimestamp: hoursAgo(ago),
      labels: schedule ? { 'velero.io/schedule-name': schedule } : {},
    },
    spec: {
      includedNamespaces: ['payments'],
      storageLocation: options.location ?? 'archive',
      ttl,
    },
    status: {
      phase,
      startTimestamp: hoursAgo(ago),
      completionTimestamp: hoursAgo(ago),
      progress: { totalItems: items, itemsBackedUp: items },
    },
  });
}

function hourly(name: string, template: object = {}) {
  return {
    metadata: {
      name,
      namespace: 'velero',
      creationTimestamp: hoursAgo(500),
    },
    spec: {
      schedule: '@every 1h',
      template: { includedNamespaces: ['payments'], ...template },
    },
    status: { phase: 'Enabled', lastBackup: hoursAgo(0.5) },
  };
}

function location(name: string, spec: object = {}) {
  return {
    metadata: { name, namespace: 'velero' },
    spec: {
      provider: 'aws',
      objectStorage: { bucket: 'tenant-backups', prefix: name },
      default: name === 'archive',
      ...spec,
    },
    status: { phase: 'Available' },
  };
}

describe('protection of an entity', () => {
  let sandbox: Sandbox;
  let portal: TestPortal;
  let eu: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [
        {
          name: 'eu',
          velero: false,
          populate: ({ objects }) => {
            objects.put('namespaces', namespace('payments', 'group:payments'));
            objects.put('backupstoragelocations', location('archive'));
          },
        },
        { name: 'us', velero: false },
      ],
    });
    eu = sandbox.cluster('eu');
    portal = await startPortal({
      clusters: clustersConfig(sandbox),
      entities: [
        componentOf({ name: 'payments-api', claims: 'eu/payments' }),
        componentOf({ name: 'copycat', owner: 'shop', claims: 'eu/payments' }),
        componentOf({ name: 'half', claims: 'eu/payments,us/payments' }),
      ],
    });
  });

  afterEach(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  const untilSaid = (expected: object, path = PROTECTION) =>
    portal.eventually(path, USER, ({ body }) =>
      expect(body).toMatchObject(expected),
    );

  it('is unprotected without schedules, and says so in words', async () => {
    const { body } = await untilSaid({ state: 'unprotected' });
    expect(body.sentence).toMatch(/^Not protected\./);
    expect(body.clusters).toMatchObject([{ name: 'eu', state: 'live' }]);
    expect(body.namespaces).toMatchObject([
      { cluster: 'eu', namespace: 'payments', coveredBy: [] },
    ]);
  });

  it('is protected by a working schedule with a young copy', async () => {
    eu.objects.put('schedules', hourly('all'));
    eu.objects.put('backups', copy('young', { ago: 0.5, schedule: 'all' }));
    const { body } = await untilSaid({ state: 'protected' });
    expect(body).toMatchObject({
      lastGoodCopy: { cluster: 'eu', name: 'young', schedule: 'all' },
      target: { source: 'schedule' },
      nextRun: { cluster: 'eu', schedule: 'all' },
    });
    expect(body.ageSeconds).toBeGreaterThan(1_700);
    expect(body.namespaces[0].coveredBy).toMatchObject([
      { name: 'all', extent: 'full', active: true },
    ]);
  });

  it('finds the last good copy behind a long row of failures', async () => {
    eu.objects.put('schedules', hourly('all'));
    eu.objects.put('backups', copy('good', { ago: 50, schedule: 'all' }));
    for (let ago = 1; ago < 45; ago++) {
      const phase = ago % 2 ? 'PartiallyFailed' : 'Completed';
      // A backup that completed with nothing in it is no copy either.
      const bad = { ago, schedule: 'all', phase, items: ago % 2 };
      eu.objects.put('backups', copy(`bad-${ago}`, bad));
    }
    await untilSaid({ state: 'failing', lastGoodCopy: { name: 'good' } });
  });

  it('takes no backup of another cluster with the same schedule name for its own', async () => {
    eu.objects.put('schedules', hourly('all'));
    eu.objects.put(
      'backupstoragelocations',
      location('theirs', { accessMode: 'ReadOnly' }),
    );
    eu.objects.put('backups', copy('own', { ago: 1.2, schedule: 'all' }));
    for (let i = 0; i < 30; i++) {
      const their = { ago: i / 60, schedule: 'all', location: 'theirs' };
      eu.objects.put('backups', copy(`their-${i}`, their));
    }
    await untilSaid({ state: 'protected', lastGoodCopy: { name: 'own' } });
  });

  it('tells of copies whose schedule is gone', async () => {
    eu.objects.put('backups', copy('old', { ago: 30, schedule: 'gone' }));
    await untilSaid({ state: 'unprotected', lastGoodCopy: { name: 'old' } });
  });

  it('names a schedule that leaves the namespace out', async () => {
    eu.objects.put(
      'schedules',
      hourly('most', {
        includedNamespaces: ['*'],
        excludedNamespaces: ['payments'],
      }),
    );
    const { body } = await untilSaid({ state: 'unprotected' });
    await portal.eventually(PROTECTION, USER, response =>
      expect(JSON.stringify(response.body.namespaces[0].gaps)).toMatch(/most/),
    );
    expect(body.namespaces[0].coveredBy).toEqual([]);
  });

  it('names the object that stops the Velero server, whosever it is', async () => {
    eu.objects.put('schedules', hourly('all'));
    eu.objects.put('backups', copy('young', { ago: 0.5, schedule: 'all' }));
    eu.objects.put('backups', copy('poison', { ago: 0, ttl: '30d' }));
    const { body } = await untilSaid({ state: 'failing' });
    expect(body.sentence).toMatch(/poison/);
    eu.objects.remove('backups', 'poison', 'velero');
    await untilSaid({ state: 'protected' });
  });

  it('is never protected while the cluster is out of reach', async () => {
    eu.objects.put('schedules', hourly('all'));
    eu.objects.put('backups', copy('young', { ago: 0.5, schedule: 'all' }));
    await untilSaid({ state: 'protected' });
    eu.faults.set({ down: true });
    await untilSaid({ state: 'unknown' });
  });

  it('keeps to what is proven to be the reader’s', async () => {
    const copycat = '/entities/by-name/component/default/copycat';
    await untilSaid({ state: 'unprotected' });
    for (const user of [USER, 'shop-owner', 'visitor']) {
      for (const question of ['protection', 'history']) {
        const response = await portal.get(`${copycat}/${question}`, user);
        expect(response.status).toBe(403);
        expect(response.body.error.name).toBe('OwnershipNotProvenError');
      }
    }
    const half = '/entities/by-name/component/default/half/protection';
    const { body } = await portal.eventually(half, USER, response =>
      expect(response.body.namespaces).toHaveLength(2),
    );
    expect(body.namespaces[1]).toMatchObject({
      state: 'unknown',
      reason: { code: 'not-proven' },
    });
  });

  it('gives a cell for each day', async () => {
    eu.objects.put('backups', copy('now', { ago: 0 }));
    eu.objects.put('backups', copy('then', { ago: 48, phase: 'Failed' }));
    eu.objects.put('backups', copy('ancient', { ago: 24 * 40 }));
    const { body } = await portal.eventually(HISTORY, USER, response =>
      expect(response.body.items?.at(-1)).toMatchObject({ state: 'ok', ok: 1 }),
    );
    expect(body.items).toHaveLength(30);
    expect(body.items.at(-3)).toMatchObject({ state: 'failed', failed: 1 });
    expect(body.items.at(-2)).toMatchObject({ state: 'none' });
  });

  it.each(['0', '91', '1.5', 'x', ''])('refuses days=%j', async days => {
    const { status, body } = await portal.get(`${HISTORY}?days=${days}`, USER);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/days/);
  });
});
