import { gunzipSync } from 'node:zlib';
import { readTar } from '../../archive/tar';
import { RestoreFixture } from '../../testing/RestoreFixture';

describe('what a backup takes', () => {
  let fixture: RestoreFixture;

  beforeEach(async () => {
    fixture = await RestoreFixture.startRestores();
    await fixture.namespace('team-b');
    await fixture.configMap('team-b', 'b1', 'b');
  });

  afterEach(() => fixture.stop());

  const listOf = async (spec: object): Promise<Record<string, string[]>> => {
    await fixture.backedUp('one', spec);
    return fixture.json('BackupResourceList', 'one');
  };

  it('is in an archive, each object twice', async () => {
    await fixture.backedUp('one');
    const archive = (await fixture.download('BackupContents', 'one'))!;
    const entries = readTar(gunzipSync(archive));
    expect(entries.map(({ path }) => path).sort()).toEqual([
      'metadata/version',
      ...['', '/v1-preferredversion'].flatMap(version => [
        `resources/configmaps${version}/namespaces/team-a/c1.json`,
        `resources/configmaps${version}/namespaces/team-a/kube-root-ca.crt.json`,
      ]),
      ...['', '/v1-preferredversion'].map(
        version => `resources/namespaces${version}/cluster/team-a.json`,
      ),
      ...['', '/v1-preferredversion'].map(
        version =>
          `resources/serviceaccounts${version}/namespaces/team-a/default.json`,
      ),
    ]);
    const file = entries.find(({ path }) => path.endsWith('team-a/c1.json'));
    expect(JSON.parse(`${file?.content}`)).toEqual(
      fixture.object('configmaps', 'c1', 'team-a'),
    );
  });

  it('lies in the bucket with its files', async () => {
    await fixture.backedUp('one');
    expect(fixture.sandbox.buckets.get('store')?.keys('a/')).toEqual(
      [
        'one-itemoperations.json.gz',
        'one-logs.gz',
        'one-podvolumebackups.json.gz',
        'one-resource-list.json.gz',
        'one-results.gz',
        'one-volumeinfo.json.gz',
        'one-volumesnapshots.json.gz',
        'one.tar.gz',
        'velero-backup.json',
      ].map(file => `a/backups/one/${file}`),
    );
    const log = await fixture.text('BackupLog', 'one');
    expect(log).toMatch(
      /^time="[^"]+" level=info msg="Setting up backup temp file" backup=velero\/one logSource="pkg\/controller\/backup_controller.go:745"\n/,
    );
    expect(log).toMatch(/msg="Backed up a total of 4 items" .* progress=\n/);
  });

  it.each<[string, object, string[]]>([
    ['all of a namespace', {}, ['c1', 'kube-root-ca.crt']],
    [
      'by a short name',
      { includedResources: ['cm'] },
      ['c1', 'kube-root-ca.crt'],
    ],
    ['without a resource', { excludedResources: ['configmaps'] }, []],
    [
      'without a resource of a scope',
      { excludedNamespaceScopedResources: ['configmaps'] },
      [],
    ],
    ['only unknown resources', { includedResources: ['zzz'] }, []],
    ['by a label', { labelSelector: { matchLabels: { name: 'c1' } } }, ['c1']],
    [
      'by an expression',
      {
        labelSelector: {
          matchExpressions: [{ key: 'name', operator: 'Exists' }],
        },
      },
      ['c1'],
    ],
    [
      'by the absence of a label',
      {
        labelSelector: {
          matchExpressions: [{ key: 'name', operator: 'DoesNotExist' }],
        },
      },
      ['kube-root-ca.crt'],
    ],
    [
      'by one of several labels',
      {
        orLabelSelectors: [
          { matchLabels: { name: 'c1' } },
          { matchLabels: { name: 'zzz' } },
        ],
      },
      ['c1'],
    ],
  ])('is chosen: %s', async (_, spec, expected) => {
    const list = await listOf(spec);
    expect(list['v1/ConfigMap'] ?? []).toEqual(
      expected.map(name => `team-a/${name}`),
    );
  });

  it('leaves out what is labelled so, and namespaces that are', async () => {
    const labels = { 'velero.io/exclude-from-backup': 'true' };
    fixture.put('configmaps', {
      metadata: { name: 'hidden', namespace: 'team-a', labels },
    });
    await fixture.namespace('team-c', { labels });
    const list = await listOf({ includedNamespaces: ['team-*'] });
    expect(list['v1/ConfigMap']).not.toContain('team-a/hidden');
    expect(list['v1/Namespace']).toEqual(['team-a', 'team-b']);
    const { body } = await fixture.get('backups', 'one');
    expect(body.spec.excludedNamespaces).toEqual(['team-c']);
  });

  it.each<[object, boolean]>([
    [{ includedNamespaces: ['*'], includedResources: ['*'] }, true],
    [{ includedNamespaces: ['team-a'], includedResources: ['*'] }, false],
    [{ includedNamespaces: ['team-a'], includeClusterResources: true }, true],
    [{ includedNamespaces: ['*'], includeClusterResources: false }, false],
    // What the server excludes by itself keeps a backup of everything from taking them.
    [{ includedNamespaces: ['*'] }, false],
    [{ includedClusterScopedResources: ['clusterroles'] }, true],
    [{ includedClusterScopedResources: ['*'] }, true],
  ])('is outside of namespaces by rules: %j', async (spec, expected) => {
    fixture.put('clusterroles', { metadata: { name: 'reader' }, rules: [] });
    const list = await listOf(spec);
    const roles = list['rbac.authorization.k8s.io/v1/ClusterRole'] ?? [];
    expect(roles.includes('reader')).toBe(expected);
  });

  it('comes with the claims and volumes of pods', async () => {
    fixture.put('pods', {
      metadata: { name: 'pod', namespace: 'team-a', labels: { only: 'this' } },
      spec: {
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName: 'claim' } },
        ],
      },
    });
    fixture.put('persistentvolumeclaims', {
      metadata: { name: 'claim', namespace: 'team-a' },
      spec: { volumeName: 'pv' },
    });
    fixture.put('persistentvolumes', { metadata: { name: 'pv' }, spec: {} });
    const list = await listOf({
      labelSelector: { matchLabels: { only: 'this' } },
    });
    expect(list).toEqual({
      'v1/Namespace': ['team-a'],
      'v1/PersistentVolume': ['pv'],
      'v1/PersistentVolumeClaim': ['team-a/claim'],
      'v1/Pod': ['team-a/pod'],
    });
  });

  describe('with volumes of running pods', () => {
    beforeEach(() => {
      fixture.put('pods', {
        metadata: {
          name: 'pod',
          namespace: 'team-a',
          annotations: { 'backup.velero.io/backup-volumes': 'data' },
        },
        spec: {
          nodeName: 'n1',
          volumes: [
            { name: 'data', persistentVolumeClaim: { claimName: 'claim' } },
          ],
        },
        status: { phase: 'Running' },
      });
      fixture.put('persistentvolumeclaims', {
        metadata: { name: 'claim', namespace: 'team-a' },
        spec: { volumeName: 'pv' },
      });
    });

    it('partly fails without a node agent, and stores the pod not', async () => {
      const { status } = await fixture.backedUp('one', {}, 'PartiallyFailed');
      expect(status).toMatchObject({ errors: 1, warnings: 1 });
      const reason = 'daemonset pod not found in running state in node n1';
      expect(await fixture.json('BackupResults', 'one')).toEqual({
        errors: {
          velero: [
            ` name: /pod message: /Error backing up item error: /${reason}`,
          ],
        },
        warnings: {
          namespaces: {
            'team-a': [
              ` resource: /pods name: /pod message: /Skip pod volume data error: /${reason}`,
            ],
          },
        },
      });
      expect(await fixture.json('BackupVolumeInfos', 'one')).toEqual([]);
    });

    it('copies them where the agent runs', async () => {
      fixture.put('pods', {
        metadata: {
          name: 'agent',
          namespace: 'velero',
          labels: { role: 'node-agent' },
        },
        spec: { nodeName: 'n1' },
        status: { phase: 'Running' },
      });
      await fixture.backedUp('one');
      const [info] = await fixture.json('BackupVolumeInfos', 'one');
      expect(info).toMatchObject({
        pvcName: 'claim',
        pvName: 'pv',
        backupMethod: 'PodVolumeBackup',
        pvbInfo: { podName: 'pod', volumeName: 'data' },
      });
    });
  });
});
