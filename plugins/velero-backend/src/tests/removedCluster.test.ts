import { KUBERNETES_NAMESPACE_ANNOTATION } from 'backstage-plugin-velero-common';
import { Knex } from 'knex';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { testDatabases } from '../__testUtils__/databases';
import { backup, namespace } from '../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const USERS = ['payments-owner', 'engineer'];
const LISTS = ['backups', 'schedules', 'locations'];

function populate({ objects }: Pick<SandboxCluster, 'objects'>) {
  objects.put('namespaces', namespace('payments', 'group:default/payments'));
  objects.put('backups', backup('first'));
  objects.put('schedules', {
    metadata: { name: 'nightly', namespace: 'velero' },
    spec: {
      schedule: '0 2 * * *',
      template: {
        includedNamespaces: ['payments'],
        storageLocation: 'archive',
      },
    },
  });
  objects.put('backupstoragelocations', {
    metadata: { name: 'archive', namespace: 'velero' },
    spec: { provider: 'aws', objectStorage: { bucket: 'tenant-backups' } },
  });
}

/** Claims the namespace in every cluster. */
const anywhere = componentOf({ name: 'anywhere' });
anywhere.metadata.annotations = {
  [KUBERNETES_NAMESPACE_ANNOTATION]: 'payments',
};

const listOf = (component: string, list: string) =>
  `/entities/by-name/component/default/${component}/${list}`;

const detailsIn = (cluster: string) =>
  `/clusters/${cluster}/backups/velero/first`;

const databases = testDatabases();

describe.each(databases.ids)('a cluster that was removed, on %s', id => {
  let sandbox: Sandbox;
  let database: Knex;
  let portal: TestPortal;

  beforeEach(async () => {
    database = await databases.init(id);
    sandbox = await startSandbox({
      clusters: ['eu', 'us'].map(name => ({ name, velero: false, populate })),
    });
    await start(['eu', 'us']);
    for (const list of LISTS) {
      await untilShown(list, ['eu', 'us']);
    }
    await portal.stop();
  });

  afterEach(async () => {
    await portal?.stop();
    await sandbox.stop();
  });

  /** Starts a portal that follows the named clusters, on the database that it had before. */
  async function start(names: string[]) {
    portal = await startPortal({
      database,
      clusters: clustersConfig(sandbox).filter(({ name }) =>
        names.includes(String(name)),
      ),
      entities: [
        anywhere,
        componentOf({ name: 'in-eu', claims: 'eu/payments' }),
      ],
    });
    await portal.eventually('/clusters', 'visitor', ({ body }) =>
      expect(body.items.map(nameOf)).toEqual(names),
    );
  }

  function untilShown(list: string, clusters: string[]) {
    return portal.eventually(
      listOf('anywhere', list),
      'payments-owner',
      ({ body }) => expect(body.items.map(clusterOf).sort()).toEqual(clusters),
    );
  }

  it.each(USERS)('is in no list any more, for %s', async user => {
    await start(['us']);
    for (const list of LISTS) {
      const { body } = await portal.get(listOf('anywhere', list), user);
      expect(body.items.map(clusterOf)).toEqual(['us']);
      expect(body.totalItems).toBe(1);
      expect(body.namespaces.map(clusterOf)).toEqual(['us']);
      expect(body.clusters.map(nameOf)).toEqual(['us']);
      const refused = await portal.get(listOf('in-eu', list), user);
      expect(refused.status).toBe(403);
    }
  });

  it.each(USERS)('gives no details any more, for %s', async user => {
    await start(['us']);
    expect((await portal.get(detailsIn('us'), user)).status).toBe(200);
    expect((await portal.get(detailsIn('eu'), user)).status).toBe(404);
  });

  it('is shown from the database once it is configured again', async () => {
    await start(['us']);
    await portal.stop();
    sandbox.cluster('eu').faults.set({ down: true });
    await start(['eu', 'us']);
    for (const list of LISTS) {
      await untilShown(list, ['eu', 'us']);
    }
    const details = await portal.get(detailsIn('eu'), 'payments-owner');
    expect(details.status).toBe(200);
  });
});

function nameOf({ name }: { name: string }) {
  return name;
}

function clusterOf({ cluster }: { cluster: string }) {
  return cluster;
}
