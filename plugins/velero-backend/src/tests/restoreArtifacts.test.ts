import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { namespace } from '../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const OWNER = 'payments-owner';

function object(name: string, spec: object) {
  return { metadata: { name, namespace: 'velero' }, spec };
}

describe('what Velero stored beside a restore', () => {
  let sandbox: Sandbox;
  let portal: TestPortal;
  let eu: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [
        {
          name: 'eu',
          populate: ({ objects }) => {
            for (const owner of ['payments', 'shop']) {
              objects.put('namespaces', namespace(owner, `group:${owner}`));
              objects.put('configmaps', {
                metadata: { name: `${owner}-settings`, namespace: owner },
              });
            }
            objects.put(
              'backupstoragelocations',
              object('archive', {
                provider: 'aws',
                objectStorage: { bucket: 'store' },
              }),
            );
          },
        },
      ],
      buckets: ['store'],
      timing: { validation: 20, queue: 30, sync: 50, backup: [20, 20] },
    });
    eu = sandbox.cluster('eu');
    portal = await startPortal({
      clusters: clustersConfig(sandbox),
      entities: [componentOf({ name: 'payments-api', claims: 'eu/payments' })],
    });
    await make('backups', 'own', { includedNamespaces: ['payments'] });
    await make('backups', 'all', { includedNamespaces: ['*'] });
  });

  afterEach(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  const pathOf = (name: string) => `/clusters/eu/restores/velero/${name}`;

  /** Has Velero make it, and waits until the portal knows its end. */
  async function make(
    kind: 'backups' | 'restores',
    name: string,
    spec: object,
  ) {
    const storage = kind === 'backups' ? { storageLocation: 'archive' } : {};
    const path = `/clusters/eu/${kind}/velero/${name}`;
    await portal.eventually(
      '/entities/by-name/component/default/payments-api/backups',
      OWNER,
      ({ status }) => expect(status).toBe(200),
    );
    while (
      !JSON.stringify(
        eu.objects.get('backupstoragelocations', 'archive', 'velero'),
      ).includes('"Available"')
    ) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    eu.objects.put(kind, object(name, { ...storage, ...spec }));
    return portal.eventually(path, OWNER, ({ body }) =>
      expect(body).toMatchObject({ lifecycle: 'finished' }),
    );
  }

  it('is given to the owner of all that it touched', async () => {
    const { body } = await make('restores', 'again', { backupName: 'own' });
    expect(body).toMatchObject({
      backup: 'own',
      location: 'archive',
      namespaces: [{ source: 'payments', target: 'payments' }],
      shared: false,
      freshness: { name: 'eu', state: 'live' },
    });
    const log = await portal.get(`${pathOf('again')}/logs`, OWNER);
    expect(log.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(log.text).toMatch(/level=info msg=/);

    const resources = await portal.get(
      `${pathOf('again')}/resources?q=payments-settings`,
      OWNER,
    );
    expect(resources.body.items).toEqual([
      {
        groupVersionKind: 'v1/ConfigMap',
        namespace: 'payments',
        name: 'payments-settings',
        action: expect.stringMatching(/^(skipped|failed|created)$/),
      },
    ]);
    for (const what of ['results', 'volumes']) {
      const { status } = await portal.get(`${pathOf('again')}/${what}`, OWNER);
      expect(status).toBe(200);
    }
  });

  it('of a shared restore is narrowed, and its log is refused', async () => {
    await make('restores', 'everything', { backupName: 'all' });
    const { body } = await portal.get(
      `${pathOf('everything')}/resources?limit=1000`,
      OWNER,
    );
    expect(body.totalItems).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('shop');

    const log = await portal.get(`${pathOf('everything')}/logs`, OWNER);
    expect(log.status).toBe(403);
    expect(log.body.error.message).toMatch(
      /^Restore 'everything' also holds, or may hold, namespaces of others/,
    );
  });

  it('says why there is none of a restore that was refused', async () => {
    await make('restores', 'refused', {
      backupName: 'own',
      includedNamespaces: ['payments'],
      existingResourcePolicy: 'overwrite',
    });
    const { status, body } = await portal.get(
      `${pathOf('refused')}/logs`,
      OWNER,
    );
    expect(status).toBe(404);
    expect(body.error.message).toBe(
      "Restore 'refused' was refused by Velero and never ran, so it has no log; its validation errors say why",
    );
  });

  it('is nobody else’s', async () => {
    await make('restores', 'again', { backupName: 'own' });
    for (const name of ['again', 'missing']) {
      for (const what of ['', '/logs', '/results', '/resources', '/volumes']) {
        const path = `${pathOf(name)}${what}`;
        const { status, body } = await portal.get(path, 'shop-owner');
        expect(status).toBe(404);
        expect(body.error.message).toBe(
          `No restore '${name}' of yours found in namespace 'velero' of cluster 'eu'`,
        );
      }
    }
  });
});
