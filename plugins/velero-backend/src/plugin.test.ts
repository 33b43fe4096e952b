import { Sandbox } from 'velero-sandbox';
import {
  backup,
  BACKUPS,
  PaymentsFleet,
  startPaymentsFleet,
  untilShown,
} from './__testUtils__/paymentsFleet';
import { TestPortal } from './__testUtils__/startPortal';

describe('velero plugin', () => {
  let fleet: PaymentsFleet;
  let sandbox: Sandbox;
  let portal: TestPortal;

  beforeEach(async () => {
    fleet = await startPaymentsFleet();
    ({ sandbox, portal } = fleet);
    await untilShown(portal);
  });

  afterEach(() => fleet?.stop());

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
