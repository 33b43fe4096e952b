import { JsonObject } from '@backstage/types';
import { Sandbox, startSandbox } from 'velero-sandbox';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const BACKUPS = '/entities/by-name/component/default/payments-api/backups';
const USER = 'payments-owner';

describe('states of clusters', () => {
  let sandbox: Sandbox;
  let portal: TestPortal | undefined;

  beforeEach(async () => {
    const populate: Parameters<
      typeof startSandbox
    >[0]['clusters'][number]['populate'] = ({ objects }) => {
      objects.put('namespaces', {
        metadata: {
          name: 'payments',
          annotations: { 'backstage.io/owner': 'group:default/payments' },
        },
      });
      objects.put('backups', {
        metadata: { name: 'first', namespace: 'velero' },
        spec: { includedNamespaces: ['payments'] },
        status: { phase: 'Completed' },
      });
    };
    sandbox = await startSandbox({
      clusters: [
        { name: 'eu', velero: false, populate },
        { name: 'us', velero: false, populate },
      ],
    });
  });

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
    await sandbox.stop();
  });

  async function start(clusters?: JsonObject[]): Promise<TestPortal> {
    portal = await startPortal({
      clusters: clusters ?? clustersConfig(sandbox),
      entities: [
        componentOf({
          name: 'payments-api',
          claims: 'eu/payments,us/payments',
        }),
      ],
    });
    return portal;
  }

  function untilState(name: string, expected: object) {
    return portal!.eventually('/clusters', USER, ({ body }) =>
      expect(
        body.items.find((item: { name: string }) => item.name === name),
      ).toMatchObject(expected),
    );
  }

  async function untilBothShown() {
    await portal!.eventually(BACKUPS, USER, ({ body }) => {
      expect(body.items).toHaveLength(2);
      expect(body.clusters).toMatchObject([
        { name: 'eu', state: 'live', syncedAt: expect.any(String) },
        { name: 'us', state: 'live' },
      ]);
    });
  }

  it('live, then stale with the time when it goes down, then live again with what happened meanwhile', async () => {
    await start();
    await untilBothShown();
    sandbox.cluster('eu').faults.set({ down: true });
    const stale = await portal!.eventually(BACKUPS, USER, ({ body }) =>
      expect(body.clusters).toMatchObject([
        { name: 'eu', state: 'stale', reason: expect.any(String) },
        { name: 'us', state: 'live' },
      ]),
    );
    const [eu] = stale.body.clusters;
    expect(Date.parse(eu.staleSince)).toBeLessThanOrEqual(Date.now());
    expect(eu.staleSince).toBe(eu.syncedAt);
    expect(stale.body.items).toHaveLength(2);

    sandbox.cluster('eu').objects.remove('backups', 'first', 'velero');
    sandbox.cluster('eu').faults.clear();
    await portal!.eventually(BACKUPS, USER, ({ body }) => {
      expect(body.items).toMatchObject([{ cluster: 'us' }]);
      expect(body.clusters[0]).toMatchObject({ state: 'live' });
      expect(body.clusters[0].staleSince).toBeUndefined();
    });
  });

  it('unreachable when it is down at the start, while the others work, and live once it is up', async () => {
    sandbox.cluster('eu').faults.set({ down: true });
    await start();
    await portal!.eventually(BACKUPS, USER, ({ body }) => {
      expect(body.items).toMatchObject([{ cluster: 'us' }]);
      expect(body.clusters).toMatchObject([
        { name: 'eu', state: 'unreachable', reason: expect.any(String) },
        { name: 'us', state: 'live' },
      ]);
    });
    sandbox.cluster('eu').faults.clear();
    await untilBothShown();
  });

  it.each([
    [{ unauthorized: true }, 'unauthorized', /token|credential/i],
    [{ forbidden: ['schedules'] }, 'forbidden', /list schedules\.velero\.io/],
    [{ forbidden: ['namespaces'] }, 'forbidden', /list namespaces/],
    [{ notInstalled: true }, 'not-installed', /velero\.io/],
  ])('%j is %s and says why', async (faults, state, reason) => {
    sandbox.cluster('eu').faults.set(faults);
    await start();
    await untilState('us', { state: 'live' });
    const { body } = await untilState('eu', { state });
    const [eu] = body.items;
    expect(eu.reason).toMatch(reason);
    expect(eu.reason).not.toContain(sandbox.cluster('eu').tokens.portal);
    expect(eu.reason).not.toContain(String(sandbox.port));
  });

  it('keeps a cluster that is configured twice, and says so', async () => {
    const [eu, us] = clustersConfig(sandbox);
    await start([eu, us, { ...eu, url: 'https://other.example.com' }]);
    await untilBothShown();
    await untilState('eu', {
      state: 'live',
      reason: expect.stringContaining('more than once'),
    });
  });

  it('shows a cluster whose certificate authority is no certificate, and the others', async () => {
    const [eu, us] = clustersConfig(sandbox);
    await start([
      { ...eu, url: 'https://127.0.0.1:1', caData: 'bm9uc2Vuc2U=' },
      us,
    ]);
    await untilState('us', { state: 'live' });
    await untilState('eu', { state: 'unreachable', reason: expect.anything() });
  });

  it('finds Velero in whatever namespaces it is', async () => {
    for (const namespace of ['backup-system', 'velero']) {
      sandbox.cluster('eu').objects.put('backupstoragelocations', {
        metadata: { name: 'archive', namespace },
        spec: { provider: 'aws', objectStorage: { bucket: 'b' } },
      });
    }
    await start();
    const { body } = await untilState('eu', {
      veleroNamespaces: ['backup-system', 'velero'],
    });
    expect(body.items[1].veleroNamespaces).toEqual([]);
  });

  it('reads the version from the Deployment', async () => {
    sandbox.cluster('us').objects.put('backupstoragelocations', {
      metadata: { name: 'archive', namespace: 'velero' },
      spec: { provider: 'aws', objectStorage: { bucket: 'b' } },
    });
    await start();
    const { body } = await untilState('us', { veleroVersion: 'v1.18.3' });
    expect(body.items[0]).not.toHaveProperty('veleroVersion');
  });
});
