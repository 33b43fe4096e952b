import { ConnectionFixture, status } from './__testUtils__/ConnectionFixture';
import { ScriptedServer } from './__testUtils__/ScriptedServer';

describe('what HttpClusterConnection finds in a cluster', () => {
  let fixture: ConnectionFixture;
  let server: ScriptedServer;

  beforeEach(async () => {
    fixture = await ConnectionFixture.start();
    ({ server } = fixture);
  });

  afterEach(() => fixture.stop());

  describe('discover', () => {
    const discover = () =>
      fixture.connect().discover(fixture.controller.signal);

    it('tells what of Velero there is', async () => {
      server.reply(200, {
        kind: 'APIResourceList',
        resources: [
          { name: 'schedules' },
          { name: 'backups' },
          { name: 'restores' },
          { name: 'podvolumebackups' },
        ],
      });
      await expect(discover()).resolves.toEqual({
        installed: true,
        resources: ['backups', 'schedules', 'restores'],
      });
      expect(server.seen[0].path).toBe('/apis/velero.io/v1');
    });

    it.each([['404 page not found\n'], [status(404)]])(
      'tells that there is no Velero by %j',
      async body => {
        server.reply(404, body);
        await expect(discover()).resolves.toEqual({
          installed: false,
          resources: [],
        });
      },
    );

    it('takes no other page that is not found for a missing Velero', async () => {
      server.reply(404, '<html></html>');
      await expect(discover()).rejects.toMatchObject({ kind: 'malformed' });
    });

    it('refuses what is no list of resources', async () => {
      server.reply(200, {});
      await expect(discover()).rejects.toMatchObject({ kind: 'malformed' });
    });
  });

  describe('discoverKinds', () => {
    const discover = () =>
      fixture.connect().discoverKinds(fixture.controller.signal);

    const core = {
      resources: [
        { name: 'pods', kind: 'Pod', namespaced: true },
        { name: 'pods/log', kind: 'Pod', namespaced: true },
        { name: 'odd', namespaced: true },
        'odd',
      ],
    };

    const groups = (...names: string[]) => ({
      groups: names.map(name => ({
        name,
        versions: [{ version: 'v1' }, { version: 'v2' }],
      })),
    });

    const deployments = {
      resources: [
        { name: 'deployments', kind: 'Deployment', namespaced: true },
      ],
    };

    it('tells each kind of all versions once, in the preferred one', async () => {
      server.replyTo({
        '/apis': [200, groups('apps')],
        '/api/v1': [200, core],
        '/apis/apps/v1': [200, deployments],
        '/apis/apps/v2': [200, deployments],
      });
      await expect(discover()).resolves.toEqual({
        kinds: [
          {
            group: '',
            version: 'v1',
            kind: 'Pod',
            resource: 'pods',
            namespaced: true,
          },
          {
            group: 'apps',
            version: 'v1',
            kind: 'Deployment',
            resource: 'deployments',
            namespaced: true,
          },
        ],
        silentGroups: [],
      });
    });

    it('tells which groups are silent', async () => {
      server.replyTo({
        '/apis': [200, groups('metrics.k8s.io')],
        '/api/v1': [200, core],
        '/apis/metrics.k8s.io/v1': [503, status(503)],
        '/apis/metrics.k8s.io/v2': [200, { kind: 'Odd' }],
      });
      const { kinds, silentGroups } = await discover();
      expect(kinds).toHaveLength(1);
      expect(silentGroups).toEqual(['metrics.k8s.io']);
    });

    it.each(['/apis', '/api/v1'])('fails without %s', async path => {
      server.replyTo({
        '/apis': [200, groups()],
        '/api/v1': [200, core],
        [path]: [503, status(503)],
      });
      await expect(discover()).rejects.toMatchObject({ kind: 'unreachable' });
    });

    it('fails where the credential is refused meanwhile', async () => {
      server.replyTo({
        '/apis': [200, groups('apps')],
        '/api/v1': [200, core],
        '/apis/apps/v1': [401, status(401)],
        '/apis/apps/v2': [200, deployments],
      });
      await expect(discover()).rejects.toMatchObject({ kind: 'unauthorized' });
    });

    it.each([[{}], [{ groups: ['odd'] }]])(
      'takes %j for no list of groups',
      async body => {
        server.reply(200, body);
        await expect(discover()).rejects.toMatchObject({ kind: 'malformed' });
      },
    );
  });

  describe('readIdentity', () => {
    const read = () =>
      fixture.connect().readIdentity(fixture.controller.signal);

    it('reads what no two clusters share', async () => {
      server.reply(200, { metadata: { name: 'kube-system', uid: 'one' } });
      await expect(read()).resolves.toBe('one');
      expect(server.seen[0].path).toBe('/api/v1/namespaces/kube-system');
    });

    it.each([
      [403, status(403)],
      [404, status(404)],
      [200, { metadata: { uid: 7 } }],
    ])('knows no identity from %i %j', async (code, body) => {
      server.reply(code, body);
      await expect(read()).resolves.toBeUndefined();
    });
  });

  describe('readVeleroVersion', () => {
    const read = () =>
      fixture.connect().readVeleroVersion('velero', fixture.controller.signal);

    function deployment(image: unknown) {
      const containers = [{ name: 'sidecar', image: 'x:1' }, image];
      return { spec: { template: { spec: { containers } } } };
    }

    it.each([
      ['velero/velero:v1.18.3', 'v1.18.3'],
      ['registry.example:5000/mirror/velero:v1.17.0', 'v1.17.0'],
      ['registry.example:5000/mirror/velero', undefined],
      [`velero/velero:v1.18.3@sha256:${'0'.repeat(64)}`, 'v1.18.3'],
      [`velero/velero@sha256:${'0'.repeat(64)}`, undefined],
      [7, undefined],
    ])('reads from %s the version %s', async (image, version) => {
      server.reply(200, deployment({ name: 'velero', image }));
      await expect(read()).resolves.toBe(version);
      expect(server.seen[0].path).toBe(
        '/apis/apps/v1/namespaces/velero/deployments/velero',
      );
    });

    it.each([
      [403, status(403)],
      [404, status(404)],
      [200, {}],
    ])('knows no version from %i %j', async (code, body) => {
      server.reply(code, body);
      await expect(read()).resolves.toBeUndefined();
    });

    it('tells that the cluster does not answer', async () => {
      server.reply(500, status(500));
      await expect(read()).rejects.toMatchObject({ kind: 'unreachable' });
    });
  });
});
