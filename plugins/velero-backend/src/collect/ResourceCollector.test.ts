import { mockServices } from '@backstage/backend-test-utils';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { CollectScope } from '../store/CollectedStore';
import { ClusterLease } from '../store/LeaseStore';
import { Stores } from '../store/Stores';
import { testDatabases } from '../__testUtils__/databases';
import { projectObject } from './projectObject';
import { ResourceCollector } from './ResourceCollector';

jest.setTimeout(60_000);

const scope: CollectScope = {
  cluster: 'eu',
  resource: 'backups',
  namespace: '',
};

function backup(name: string, resourceVersion = '1'): KubernetesObject {
  return {
    metadata: { name, namespace: 'velero', uid: name, resourceVersion },
    spec: { includedNamespaces: ['payments'] },
  };
}

const databases = testDatabases();

describe.each(databases.ids)('ResourceCollector on %s', id => {
  let stores: Stores;
  let lease: ClusterLease;
  let changes: number;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    stores = await databases.stores(id);
    const request = { cluster: 'eu', holder: 'replica', ttl: 60_000 };
    lease = (await stores.leases.acquire(request))!;
    changes = 0;
  });

  function createCollector() {
    return ResourceCollector.create({
      scope,
      lease,
      store: stores.objects,
      project: object => projectObject('backups', object),
      onChange: () => {
        changes += 1;
      },
      onState: () => {},
      logger,
    });
  }

  async function stored() {
    const versions = await stores.objects.loadVersions(scope);
    return [...versions.keys()].sort();
  }

  it('keeps what a complete list has, and drops what it lacks', async () => {
    const collector = await createCollector();
    await collector.beginList();
    await collector.put([backup('a'), backup('b')]);
    await collector.endList('10');
    await collector.beginList();
    await collector.put([backup('b'), backup('c')]);
    await collector.endList('20');
    expect(await stored()).toEqual(['velero/b', 'velero/c']);
    expect(await stores.objects.loadPosition(scope)).toBe('20');
  });

  it('drops nothing after a list that broke off', async () => {
    const collector = await createCollector();
    await collector.beginList();
    await collector.put([backup('a'), backup('b')]);
    await collector.endList('10');
    await collector.beginList();
    await collector.put([backup('b')]);
    await collector.beginList();
    await collector.put([backup('a'), backup('b')]);
    await collector.endList('20');
    expect(await stored()).toEqual(['velero/a', 'velero/b']);
  });

  it('writes nothing for what is there already, also after a restart', async () => {
    const first = await createCollector();
    await first.put([backup('a'), backup('b')]);
    expect(changes).toBe(1);
    const second = await createCollector();
    await second.beginList();
    await second.put([backup('a'), backup('b')]);
    await second.endList('10');
    expect(changes).toBe(1);
    await second.put([backup('b', '2')]);
    expect(changes).toBe(2);
  });

  it('takes the newest of several changes in one batch', async () => {
    const collector = await createCollector();
    await collector.put([backup('a', '1'), backup('a', '2')]);
    const versions = await stores.objects.loadVersions(scope);
    expect(versions.get('velero/a')).toBe('2');
    await collector.remove(backup('a', '3'));
    expect(await stored()).toEqual([]);
  });

  it('believes in the loss of most objects only when a second list agrees', async () => {
    const collector = await createCollector();
    const many = Array.from({ length: 250 }, (_, i) => backup(`b${i}`));
    await collector.beginList();
    await collector.put(many);
    await collector.endList('10');
    await collector.beginList();
    await collector.put(many.slice(0, 50));
    await expect(collector.endList('20')).rejects.toThrow(
      '200 of 250 backups are missing',
    );
    expect(await stored()).toHaveLength(250);
    expect(await stores.objects.loadPosition(scope)).toBe('10');
    await collector.beginList();
    await collector.put(many.slice(0, 50));
    await collector.endList('20');
    expect(await stored()).toHaveLength(50);
  });

  it('passes over what cannot be stored, however it fails, and keeps the others', async () => {
    let hooks: object = {};
    for (let depth = 0; depth < 20_000; depth++) {
      hooks = { hooks };
    }
    const collector = await createCollector();
    await collector.beginList();
    await collector.put([
      backup('a'),
      { ...backup('deep'), spec: { hooks } },
      // PostgreSQL refuses a NUL, SQLite keeps it.
      backup('bad\u0000name'),
      backup('b'),
    ]);
    await collector.endList('10');
    const names = await stored();
    expect(names).toEqual(expect.arrayContaining(['velero/a', 'velero/b']));
    expect(names).not.toContain('velero/deep');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("Passing over 'velero/deep' of backups"),
    );
  });

  it('fails when nothing can be stored', async () => {
    const collector = await createCollector();
    await stores.leases.release(lease);
    await stores.leases.acquire({ cluster: 'eu', holder: 'b', ttl: 60_000 });
    await expect(collector.put([backup('a')])).rejects.toThrow('taken over');
  });

  it('passes over an object without identity and keeps the others', async () => {
    const collector = await createCollector();
    await collector.put([
      { metadata: { resourceVersion: '7' } },
      { metadata: { name: 'x', resourceVersion: '7' } },
      backup('a'),
    ]);
    expect(await stored()).toEqual(['velero/a']);
  });
});
