import { mockServices } from '@backstage/backend-test-utils';
import { Sandbox, startSandbox } from 'velero-sandbox';
import { testDatabases } from '../__testUtils__/databases';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { connectTo } from '../watch/__testUtils__/connectTo';
import { until } from '../watch/__testUtils__/until';
import { Stores } from '../store/Stores';
import { Limiter } from '../lib/Limiter';
import { ListWatch } from '../watch/ListWatch';
import { CollectService } from './CollectService';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('CollectService on %s', id => {
  let sandbox: Sandbox;
  let stores: Stores;
  const running: Array<() => Promise<void>> = [];

  beforeEach(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'eu', velero: false }] });
    stores = await databases.stores(id);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(stop => stop()));
    await sandbox.stop();
  });

  /** A replica of the backend; `cut` takes its way to the leases, as a paused process or a lost database would. */
  function startReplica() {
    const { connection, close } = connectTo(sandbox.cluster('eu'));
    const registry: ClusterRegistry = {
      current: () => [{ name: 'eu', source: 'test', connection }],
      subscribe: () => () => {},
      isComplete: () => true,
    };
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    let isCut = false;
    const leases: Stores['leases'] = {
      acquire: async request =>
        isCut ? undefined : stores.leases.acquire(request),
      renew: async (lease, ttl) => isCut || stores.leases.renew(lease, ttl),
      release: async lease =>
        isCut ? undefined : stores.leases.release(lease),
    };
    const service = new CollectService({
      registry,
      stores: { ...stores, leases },
      listWatch: new ListWatch({ logger, limiter: new Limiter({ limit: 8 }) }),
      logger,
      onChange: () => {},
      leaseTimes: { ttl: 400, renewal: 50 },
      intervals: { retry: 50, notInstalled: 50, version: 1_000, identity: 50 },
    });
    service.start();
    running.push(async () => {
      await service.stop();
      await close();
    });
    return {
      service,
      logger,
      cut: () => {
        isCut = true;
      },
    };
  }

  const put = (name: string) =>
    sandbox.cluster('eu').objects.put('backups', {
      metadata: { name, namespace: 'velero' },
      spec: { includedNamespaces: ['payments'] },
    });

  const untilStored = (...names: string[]) =>
    until(async () => {
      const versions = await stores.objects.loadVersions({
        cluster: 'eu',
        resource: 'backups',
        namespace: '',
      });
      const keys = [...versions.keys()].sort();
      return keys.join() === names.map(name => `velero/${name}`).join();
    });

  it('collects from a cluster in one replica only', async () => {
    startReplica();
    startReplica();
    put('a');
    await untilStored('a');
    put('b');
    await untilStored('a', 'b');
    expect(sandbox.cluster('eu').requests.get('watch', 'backups')).toBe(1);
  });

  it('keeps nothing of an earlier cluster at the same address', async () => {
    const first = startReplica();
    put('a');
    await untilStored('a');
    await first.service.stop();
    const earlier = sandbox;
    sandbox = await startSandbox({ clusters: [{ name: 'eu', velero: false }] });
    await earlier.stop();
    // Its resource versions count on as if nothing had happened.
    for (let change = 0; change < 20; change++) {
      put('b');
    }
    startReplica();
    await untilStored('b');
    expect(sandbox.cluster('eu').openWatches).toBeGreaterThan(0);
  });

  it('reads everything anew when another cluster takes the place of one', async () => {
    startReplica();
    put('a');
    await untilStored('a');
    const { objects, requests } = sandbox.cluster('eu');
    const before = requests.get('watch', 'backups');
    objects.put('namespaces', {
      metadata: { name: 'kube-system', uid: 'another' },
    });
    await until(() => requests.get('watch', 'backups') > before);
    put('b');
    await untilStored('a', 'b');
    expect(requests.get('watch', 'backups')).toBe(before + 1);
  });

  it('goes on in another replica when one gives its leases back', async () => {
    const first = startReplica();
    put('a');
    await untilStored('a');
    await first.service.stop();
    const [abandoned] = await stores.clusters.find(['eu']);
    expect(abandoned.attended).toBe(false);
    startReplica();
    put('b');
    await untilStored('a', 'b');
  });

  it('goes on in another replica when one has lost its leases, whose writes count no more', async () => {
    const first = startReplica();
    put('a');
    await untilStored('a');
    first.cut();
    const second = startReplica();
    await until(() =>
      second.logger.info.mock.calls.some(([message]) => /live/.test(message)),
    );
    put('b');
    await untilStored('a', 'b');
    await until(() => first.logger.error.mock.calls.length > 0);
    expect(first.logger.error.mock.calls[0][0]).toMatch(/taken over cluster/);
    expect(second.logger.error).not.toHaveBeenCalled();
  });
});
