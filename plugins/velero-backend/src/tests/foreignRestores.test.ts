import { Sandbox, startSandbox } from 'velero-sandbox';
import { backup, namespace } from '../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const location = (name: string, accessMode: string) => ({
  metadata: { name, namespace: 'velero' },
  spec: {
    provider: 'aws',
    accessMode,
    objectStorage: { bucket: 'shared', prefix: name },
  },
  status: { phase: 'Available' },
});

const take = (name: string, spec: object, creationTimestamp: string) =>
  backup(name, {
    metadata: { name, namespace: 'velero', creationTimestamp },
    spec: { storageLocation: 'archive', ...spec },
  });

const restore = (name: string, spec: object) => ({
  metadata: {
    name,
    namespace: 'velero',
    creationTimestamp: '2026-11-23T08:00:00Z',
  },
  spec,
  status: { phase: 'Completed' },
});

const MADE = '2026-11-22T02:00:00Z';
const FOUND_IN_STORE = '2026-11-22T03:00:00Z';

const listOf = (entity: string) =>
  `/entities/by-name/component/default/${entity}/restores`;

/**
 * `app` is payments' in the cluster that makes the backups and shop's in the one that restores them; `payments` is one
 * team's in both.
 */
describe('restores of what another cluster backed up', () => {
  let sandbox: Sandbox;
  let portal: TestPortal;

  beforeAll(async () => {
    sandbox = await startSandbox({
      clusters: [
        {
          name: 'eu',
          velero: false,
          populate({ objects }) {
            objects.put('namespaces', namespace('app', 'group:payments'));
            objects.put('namespaces', namespace('payments', 'group:payments'));
            objects.put(
              'backupstoragelocations',
              location('archive', 'ReadWrite'),
            );
          },
        },
        { name: 'us', velero: false, populate },
      ],
    });
    portal = await startPortal({
      clusters: clustersConfig(sandbox),
      entities: [
        componentOf({
          name: 'payments-api',
          claims: 'eu/payments,us/payments,eu/app',
        }),
        componentOf({ name: 'shop', owner: 'shop', claims: 'us/app' }),
      ],
    });
    await portal.eventually(listOf('shop'), 'shop-owner', ({ body }) => {
      if (body.clusters[0].state !== 'live' || body.items.length === 0) {
        throw new Error(`Not collected yet: ${JSON.stringify(body)}`);
      }
    });
  });

  function populate({ objects }: Sandbox['clusters'][number]) {
    objects.put('namespaces', namespace('app', 'group:shop'));
    objects.put('namespaces', namespace('payments', 'group:payments'));
    objects.put('backupstoragelocations', location('archive', 'ReadOnly'));
    objects.put('backupstoragelocations', location('own', 'ReadWrite'));
    const of = (...includedNamespaces: string[]) => ({ includedNamespaces });
    objects.put('backups', take('of-app', of('app'), FOUND_IN_STORE));
    objects.put('backups', take('of-payments', of('payments'), FOUND_IN_STORE));
    objects.put(
      'backups',
      take('own-app', { ...of('app'), storageLocation: 'own' }, MADE),
    );
    const away = { namespaceMapping: { app: 'elsewhere' } };
    const back = (name: string, backupName: string, spec: object = {}) =>
      objects.put('restores', restore(name, { backupName, ...spec }));
    back('app-away', 'of-app', away);
    back('app-over-app', 'of-app');
    back('own-away', 'own-app', away);
    back('gone-away', 'gone', { ...of('app'), ...away });
    back('into-payments', 'of-app', { namespaceMapping: { app: 'payments' } });
    back('payments-back', 'of-payments');
    back('payments-away', 'of-payments', {
      namespaceMapping: { payments: 'elsewhere' },
    });
  }

  afterAll(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  async function listed(entity: string, user: string) {
    const { body } = await portal.get(listOf(entity), user);
    expect(body.totalItems).toBe(body.items.length);
    return Object.fromEntries(
      body.items.map((item: { name: string; namespaces: object }) => [
        item.name,
        item.namespaces,
      ]),
    );
  }

  it('show no source to who has a namespace of that name here only', async () => {
    expect(await listed('shop', 'shop-owner')).toEqual({
      'app-over-app': [{ target: 'app' }],
      'own-away': [{ source: 'app' }],
    });
  });

  it('show their source to who has it in both clusters', async () => {
    expect(await listed('payments-api', 'payments-owner')).toEqual({
      'into-payments': [{ target: 'payments' }],
      'payments-away': [{ source: 'payments' }],
      'payments-back': [{ source: 'payments', target: 'payments' }],
    });
  });

  const pathOf = (name: string) => `/clusters/us/restores/velero/${name}`;

  it.each([
    ['app-away', 'shop-owner'],
    ['gone-away', 'shop-owner'],
    ['app-away', 'payments-owner'],
    ['app-over-app', 'payments-owner'],
  ])('are not found by their name, %s by %s', async (name, user) => {
    for (const part of ['', '/logs', '/resources', '/results', '/volumes']) {
      const { status } = await portal.get(`${pathOf(name)}${part}`, user);
      expect(status).toBe(404);
    }
  });

  it.each([
    ['own-away', 'shop-owner', [{ source: 'app' }], true],
    ['app-over-app', 'shop-owner', [{ target: 'app' }], true],
    ['payments-away', 'payments-owner', [{ source: 'payments' }], true],
    [
      'payments-back',
      'payments-owner',
      [{ source: 'payments', target: 'payments' }],
      false,
    ],
  ])('tell by their name, %s to %s: %j', async (name, user, ...expected) => {
    const [namespaces, shared] = expected;
    const { body } = await portal.get(pathOf(name), user);
    expect(body).toMatchObject({ namespaces, shared });
  });
});
