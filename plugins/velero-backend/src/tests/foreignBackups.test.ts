import { Sandbox, startSandbox } from 'velero-sandbox';
import { backup, namespace } from '../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

function location(accessMode: string) {
  return {
    metadata: { name: 'archive', namespace: 'velero' },
    spec: {
      provider: 'aws',
      accessMode,
      objectStorage: { bucket: 'shared', prefix: 'eu' },
    },
    status: { phase: 'Available' },
  };
}

/** `app` is a name that two teams have chosen, each in a cluster of its own; `payments` is one team's in both. */
describe('backups that a cluster reads from the location of another one', () => {
  let sandbox: Sandbox;
  let portal: TestPortal;

  const allLive = (clusters: Array<{ state: string }>) =>
    clusters.every(({ state }) => state === 'live');

  const untilListed = (entity: string, user: string, expected: string[]) =>
    portal.eventually(
      `/entities/by-name/component/default/${entity}/backups`,
      user,
      ({ body }) => {
        const found = body.items.map(
          (item: { cluster: string; name: string }) =>
            `${item.cluster}/${item.name}`,
        );
        const wanted = JSON.stringify(expected);
        if (JSON.stringify(found) !== wanted || !allLive(body.clusters)) {
          throw new Error(`${JSON.stringify(found)} instead of ${wanted}`);
        }
      },
    );

  beforeAll(async () => {
    const take = (name: string, included: string, creationTimestamp: string) =>
      backup(name, {
        metadata: { name, namespace: 'velero', creationTimestamp },
        spec: { includedNamespaces: [included], storageLocation: 'archive' },
      });
    const populate =
      (ownerOfApp: string, accessMode: string) =>
      ({ objects }: Sandbox['clusters'][number]) => {
        objects.put('namespaces', namespace('app', ownerOfApp));
        objects.put('namespaces', namespace('payments', 'group:payments'));
        objects.put('backupstoragelocations', location(accessMode));
        // Where a backup was found in the store its object is younger.
        const made = `2026-11-22T0${accessMode === 'ReadOnly' ? 3 : 2}:00:00Z`;
        objects.put('backups', take('of-app', 'app', made));
        objects.put('backups', take('of-payments', 'payments', made));
      };
    sandbox = await startSandbox({
      clusters: [
        {
          name: 'eu',
          velero: false,
          populate: populate('group:payments', 'ReadWrite'),
        },
        {
          name: 'us',
          velero: false,
          populate: populate('group:shop', 'ReadOnly'),
        },
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
        componentOf({ name: 'half', claims: 'us/payments' }),
      ],
    });
    await untilListed('payments-api', 'payments-owner', [
      'us/of-payments',
      'eu/of-payments',
      'eu/of-app',
    ]);
  });

  afterAll(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  const statusOf = async (path: string, user: string) =>
    (await portal.get(path, user)).status;

  it('are not shown to who has a namespace of that name here only', async () => {
    await untilListed('shop', 'shop-owner', []);
    for (const part of ['', '/logs', '/resources', '/results', '/volumes']) {
      const path = `/clusters/us/backups/velero/of-app${part}`;
      expect(await statusOf(path, 'shop-owner')).toBe(404);
    }
    const { body } = await portal.get(
      '/entities/by-name/component/default/shop/locations',
      'shop-owner',
    );
    expect(body.items).toEqual([]);
  });

  it('are shown to who has it in both, as far as the entity claims both', async () => {
    const path = '/clusters/us/backups/velero/of-payments';
    expect(await statusOf(path, 'payments-owner')).toBe(200);
    await untilListed('half', 'payments-owner', []);
  });

  it('are as unknown to the owner there, who owns nothing here', async () => {
    const path = '/clusters/us/backups/velero/of-app';
    expect(await statusOf(path, 'payments-owner')).toBe(404);
    const own = '/clusters/eu/backups/velero/of-app';
    expect(await statusOf(own, 'payments-owner')).toBe(200);
  });
});
