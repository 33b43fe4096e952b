import { RestoreFixture } from '../../testing/RestoreFixture';

describe('what a restore puts back', () => {
  let fixture: RestoreFixture;

  beforeEach(async () => {
    fixture = await RestoreFixture.startRestores();
    await fixture.configMap('team-a', 'c2', 'two');
  });

  afterEach(() => fixture.stop());

  const value = (name: string, namespace = 'team-a') =>
    fixture.object('configmaps', name, namespace)?.data?.value;

  const change = (name: string, patch: object) =>
    fixture
      .client()
      .patch(`/api/v1/namespaces/team-a/configmaps/${name}`, patch);

  it('are the objects without their identity, with labels that tell where they come from', async () => {
    await fixture.backedUp('one');
    const before = fixture.object('configmaps', 'c1', 'team-a');
    await fixture.deleteNamespace('team-a');
    await fixture.restore('r', { backupName: 'one' });
    const after = fixture.object('configmaps', 'c1', 'team-a');
    expect(after?.data).toEqual({ value: 'one' });
    expect(after?.metadata.uid).not.toBe(before?.metadata.uid);
    expect(after?.metadata.labels).toEqual({
      name: 'c1',
      'velero.io/backup-name': 'one',
      'velero.io/restore-name': 'r',
    });
  });

  it('goes into other namespaces, which are made like the original ones', async () => {
    await fixture.namespace('team-b', { labels: { team: 'b' } });
    await fixture.configMap('team-b', 'c', 'b');
    await fixture.backedUp('one', { includedNamespaces: ['team-b'] });
    await fixture.restore('r', {
      backupName: 'one',
      namespaceMapping: { 'team-b': 'team-c' },
    });
    expect(value('c', 'team-c')).toBe('b');
    expect(
      fixture.object('namespaces', 'team-c')?.metadata.labels,
    ).toMatchObject({ team: 'b' });
  });

  it('partly fails, once for each item, when a target cannot be a namespace', async () => {
    await fixture.backedUp('one');
    const spec = {
      backupName: 'one',
      namespaceMapping: { 'team-a': 'Bad_NS' },
    };
    const { status } = await fixture.restore('r', spec, 'PartiallyFailed');
    const { errors } = await fixture.json('RestoreResults', 'r');
    expect(errors.velero).toHaveLength(status.errors);
    expect(status.errors).toBeGreaterThan(1);
    expect(new Set(errors.velero).size).toBe(1);
    expect(errors.velero[0]).toMatch(/^error creating namespace Bad_NS: /);
  });

  it('leaves alone what is there: equal objects in silence, others with a warning', async () => {
    await fixture.backedUp('one');
    await change('c2', { data: { value: 'changed' } });
    const { status } = await fixture.restore('r', { backupName: 'one' });
    expect(status.warnings).toBe(1);
    expect(value('c2')).toBe('changed');
    const list = await fixture.json('RestoreResourceList', 'r');
    expect(list['v1/ConfigMap']).toEqual([
      'team-a/c1(skipped)',
      'team-a/c2(failed)',
      'team-a/kube-root-ca.crt(skipped)',
    ]);
    expect(
      fixture.object('configmaps', 'c1', 'team-a')?.metadata.labels,
    ).toEqual({ name: 'c1' });
  });

  it('words the warning in another way when the policy was said to be none', async () => {
    await fixture.backedUp('one');
    await change('c2', { data: { value: 'changed' } });
    const spec = { backupName: 'one', existingResourcePolicy: 'none' };
    await fixture.restore('r', spec);
    const { warnings } = await fixture.json('RestoreResults', 'r');
    expect(warnings.namespaces['team-a']).toEqual([
      'could not restore, ConfigMap "c2" already exists. Warning: the in-cluster version is different than the backed-up version',
    ]);
  });

  it('with the policy update makes them as they were', async () => {
    await fixture.backedUp('one');
    await change('c2', { data: { value: 'changed', more: 'x' } });
    const spec = { backupName: 'one', existingResourcePolicy: 'update' };
    const { status } = await fixture.restore('r', spec);
    expect(status).not.toHaveProperty('warnings');
    const restored = fixture.object('configmaps', 'c2', 'team-a');
    expect(restored?.data).toEqual({ value: 'two' });
    expect(restored?.metadata.labels).toMatchObject({
      'velero.io/restore-name': 'r',
    });
    const list = await fixture.json('RestoreResourceList', 'r');
    expect(list['v1/ConfigMap']).toContain('team-a/c2(updated)');
  });

  it('counts what it restored itself as equal', async () => {
    await fixture.backedUp('one');
    await fixture.deleteNamespace('team-a');
    await fixture.restore('r1', { backupName: 'one' });
    await fixture.restore('r2', { backupName: 'one' });
    const list = await fixture.json('RestoreResourceList', 'r2');
    expect(list['v1/ConfigMap']).toContain('team-a/c1(skipped)');
  });

  it.each<[object, string[]]>([
    [
      { includedResources: ['cm'], excludedResources: ['secrets'] },
      ['c1', 'c2'],
    ],
    [{ excludedResources: ['configmaps'] }, []],
    [{ labelSelector: { matchLabels: { name: 'c1' } } }, ['c1']],
    [
      {
        orLabelSelectors: [
          { matchLabels: { name: 'zzz' } },
          {
            matchExpressions: [{ key: 'name', operator: 'In', values: ['c2'] }],
          },
        ],
      },
      ['c2'],
    ],
    [{ includedNamespaces: ['team-*'] }, ['c1', 'c2']],
    [{ excludedNamespaces: ['team-a'] }, []],
    [{ includedNamespaces: ['other'] }, []],
  ])('is chosen by %j', async (filters, expected) => {
    await fixture.backedUp('one');
    await fixture.deleteNamespace('team-a');
    const spec = { backupName: 'one', ...filters };
    await fixture.restore('r', spec);
    const found = ['c1', 'c2'].filter(name => value(name) !== undefined);
    expect(found).toEqual(expected);
  });

  it('comes from outside of namespaces only with all of them, or when asked for', async () => {
    const { objects } = fixture.sandbox.cluster('a');
    objects.put('clusterroles', { metadata: { name: 'reader' }, rules: [] });
    await fixture.backedUp('one', {
      includedNamespaces: ['*'],
      includeClusterResources: true,
    });
    const restored = async (name: string, filters: object) => {
      objects.remove('clusterroles', 'reader');
      await fixture.restore(name, { backupName: 'one', ...filters });
      return fixture.object('clusterroles', 'reader') !== undefined;
    };
    const includedNamespaces = ['team-a'];
    expect(await restored('all', {})).toBe(true);
    expect(await restored('some', { includedNamespaces })).toBe(false);
    expect(
      await restored('asked', {
        includedNamespaces,
        includeClusterResources: true,
      }),
    ).toBe(true);
    expect(await restored('never', { includeClusterResources: false })).toBe(
      false,
    );
  });

  it('makes volumes anew that would have gone with their claims', async () => {
    const { objects } = fixture.sandbox.cluster('a');
    objects.put('persistentvolumes', {
      metadata: { name: 'pv' },
      spec: { persistentVolumeReclaimPolicy: 'Delete' },
    });
    objects.put('persistentvolumeclaims', {
      metadata: {
        name: 'claim',
        namespace: 'team-a',
        annotations: { 'pv.kubernetes.io/bind-completed': 'yes' },
      },
      spec: { volumeName: 'pv', storageClassName: 'standard' },
    });
    await fixture.backedUp('one');
    await fixture.deleteNamespace('team-a');
    objects.remove('persistentvolumes', 'pv');
    await fixture.restore('r', { backupName: 'one' });
    expect(fixture.object('persistentvolumes', 'pv')).toBeUndefined();
    const claim = fixture.object('persistentvolumeclaims', 'claim', 'team-a');
    expect(claim?.spec).not.toHaveProperty('volumeName');
    expect(claim?.metadata.annotations).not.toHaveProperty([
      'pv.kubernetes.io/bind-completed',
    ]);
  });
});
