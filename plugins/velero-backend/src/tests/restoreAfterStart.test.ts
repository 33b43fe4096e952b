import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { veleroClusterSourceExtensionPoint } from 'backstage-plugin-velero-node';
import { clustersConfig, startPortal } from '../__testUtils__/startPortal';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A source of clusters that does not answer. */
const silentSource = createBackendModule({
  pluginId: 'velero',
  moduleId: 'silent-source',
  register(env) {
    env.registerInit({
      deps: { sources: veleroClusterSourceExtensionPoint },
      async init({ sources }) {
        sources.addClusterSource({
          id: 'silent',
          listClusters: () => new Promise(() => {}),
        });
      },
    });
  },
});

describe('a portal that has just been started', () => {
  it('makes nothing stale of which it does not know yet whose it is', async () => {
    const database = await databases.init('SQLITE_3');
    const fixture = await RestoreRequestFixture.start({ database });
    const { sandbox, entities } = fixture;
    const backup = {
      cluster: 'us',
      veleroNamespace: 'velero',
      name: 'nightly',
    };
    const { body } = await fixture.request(fixture.wish({ backup }));
    expect(body.state).toBe('pending');
    await fixture.portal.stop();
    // The cluster that made the backup would come from the silent source.
    const clusters = clustersConfig(sandbox).filter(
      ({ name }) => name === 'us',
    );
    const portal = await startPortal({
      ...{ clusters, entities, database, features: [silentSource] },
    });
    const path = `/restore-requests/${body.id}`;
    try {
      await portal.eventually('/clusters', 'engineer', answer =>
        expect(answer.body.items).toMatchObject([{ state: 'live' }]),
      );
      const answer = await portal.post(`${path}/approve`, {}, 'engineer');
      expect(answer.status).toBe(503);
      expect(answer.body.error.message).toContain(
        "It is not known yet whether cluster 'eu'",
      );
      const wish = fixture.wish({
        backup,
        namespaces: [],
        wholeBackup: 'nightly',
      });
      const whole = await portal.post(
        '/restore-requests/preview',
        { wish },
        'engineer',
      );
      expect(whole.status).toBe(200);
      const { body: now } = await portal.get(path, 'engineer');
      expect(now.state).toBe('pending');
    } finally {
      await portal.stop();
      await sandbox.stop();
    }
  });
});
