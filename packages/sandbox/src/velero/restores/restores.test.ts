import { eventually } from '../../testing/eventually';
import { RestoreFixture } from '../../testing/RestoreFixture';
import { RestoreStatus } from '../VeleroObjects';

const RESTORES = '/apis/velero.io/v1/namespaces/velero/restores';
const FINALIZER = 'restores.velero.io/external-resources-finalizer';

describe('the life of a restore', () => {
  let fixture: RestoreFixture;

  beforeEach(async () => {
    fixture = await RestoreFixture.startRestores();
    await fixture.backedUp('one');
  });

  afterEach(() => fixture.stop());

  const gone = (resource: string, name: string) =>
    eventually(async () => {
      expect((await fixture.get(resource, name)).status).toBe(404);
    });

  const stored = (name: string) =>
    fixture.sandbox.buckets.get('store')?.keys(`a/restores/${name}/`);

  it('begins with a finalizer, reports, and ends', async () => {
    // The owners of fields, with the time, count when objects are compared.
    fixture.pass(10_000);
    const { body: list } = await fixture.client().request(RESTORES);
    await fixture.create('restores', {
      metadata: { name: 'r' },
      spec: { backupName: 'one', namespaceMapping: { 'team-a': 'copy' } },
    });
    const seen: [number | undefined, string][] = [];
    const from = `resourceVersion=${list.metadata.resourceVersion}`;
    for await (const { object } of fixture.client().watch(RESTORES, from)) {
      const status = (object.status ?? {}) as RestoreStatus;
      const { finalizers, generation } = object.metadata;
      const words = [
        finalizers?.[0] === FINALIZER ? 'held' : 'free',
        status.phase ?? '',
        status.progress ? `${status.progress.itemsRestored} items` : '',
        status.warnings ? `${status.warnings} warnings` : '',
        status.hookStatus ? 'hooks' : '',
      ];
      seen.push([generation, words.filter(word => word).join(' ')]);
      if (status.phase === 'Completed') {
        break;
      }
    }
    expect(seen).toEqual([
      [1, 'free'],
      [1, 'held'],
      [2, 'held InProgress'],
      [3, 'held InProgress 4 items'],
      [4, 'held Finalizing 4 items 1 warnings'],
      [5, 'held Finalizing 4 items 1 warnings hooks'],
      [6, 'held Completed 4 items 1 warnings hooks'],
    ]);
  });

  it('stores its log, results and lists', async () => {
    fixture.pass(10_000);
    const restored = { backupName: 'one', namespaceMapping: { 'team-a': 'x' } };
    await fixture.restore('r', restored);
    expect(await fixture.text('RestoreLog', 'r')).toMatch(
      /^time="[^"]+" level=info msg="starting restore" logSource="pkg\/controller\/restore_controller.go:578" restore=velero\/r\n/,
    );
    expect(await fixture.json('RestoreResourceList', 'r')).toEqual({
      'v1/ConfigMap': ['x/c1(created)', 'x/kube-root-ca.crt(failed)'],
      'v1/Namespace': ['x(created)'],
      'v1/ServiceAccount': ['x/default(skipped)'],
    });
    expect(await fixture.json('RestoreResults', 'r')).toEqual({
      errors: {},
      warnings: {
        namespaces: {
          x: [
            'could not restore, ConfigMap:kube-root-ca.crt already exists. Warning: the in-cluster version is different than the backed-up version',
          ],
        },
      },
    });
    expect(await fixture.json('RestoreItemOperations', 'r')).toEqual([]);
    expect(await fixture.json('RestoreVolumeInfo', 'r')).toEqual([]);
    expect(stored('r')).toEqual([
      'a/restores/r/r-volumeinfo.json.gz',
      'a/restores/r/restore-r-itemoperations.json.gz',
      'a/restores/r/restore-r-logs.gz',
      'a/restores/r/restore-r-resource-list.json.gz',
      'a/restores/r/restore-r-results.gz',
    ]);
  });

  it('waits for the one before it', async () => {
    const slow = await RestoreFixture.startRestores({
      timing: { restoreItem: 300 },
    });
    await slow.backedUp('one');
    const specs = { backupName: 'one' };
    await slow.create('restores', { metadata: { name: 'r1' }, spec: specs });
    await slow.phase('restores', 'r1', 'InProgress');
    await slow.create('restores', { metadata: { name: 'r2' }, spec: specs });
    await slow.location('sign-of-life');
    const { body } = await slow.get('restores', 'r2');
    await slow.phase('restores', 'r1', 'InProgress');
    expect(body.status).toBeUndefined();
    expect(body.metadata.finalizers).toBeUndefined();
    await slow.phase('restores', 'r2', 'Completed');
    await slow.stop();
  });

  it('is Failed after a restart of the server in the middle', async () => {
    const slow = await RestoreFixture.startRestores({
      timing: { restoreItem: 10_000 },
    });
    await slow.backedUp('one');
    const spec = { backupName: 'one' };
    await slow.create('restores', { metadata: { name: 'r' }, spec });
    await slow.phase('restores', 'r', 'InProgress');
    slow.sandbox.cluster('a').velero.start();
    const { status } = await slow.phase('restores', 'r', 'Failed');
    expect(status.failureReason).toBe(
      'found a restore with status "InProgress" during the server starting, mark it as "Failed"',
    );
    expect(status.completionTimestamp).toBeDefined();
    await slow.stop();
  });

  it('fails, without files, when its backup is not in the bucket', async () => {
    await fixture.backup('bad', { orLabelSelectors: [{}], labelSelector: {} });
    await fixture.phase('backups', 'bad', 'FailedValidation');
    const spec = { backupName: 'bad' };
    const { status } = await fixture.restore('r', spec, 'Failed');
    expect(status.failureReason).toMatch(
      /^restore execution failed: error downloading backup: error copying Backup to temp file: rpc error: .*NoSuchKey: The specified key does not exist\.$/,
    );
    expect(await fixture.text('RestoreLog', 'r')).toBe('no file');
    expect(stored('r')).toEqual([]);
  });

  it('warns of a backup of nothing', async () => {
    await fixture.backedUp('none', { includedNamespaces: ['nowhere-*'] });
    const { status } = await fixture.restore('r', { backupName: 'none' });
    expect(status).toMatchObject({ warnings: 1 });
    expect(status).not.toHaveProperty('progress');
    const { warnings } = await fixture.json('RestoreResults', 'r');
    expect(warnings.velero[0]).toMatch(
      /^zero items to be restored: directory ".*\/resources": does not exist$/,
    );
  });

  it('removes what it stored before it goes, but not what it restored', async () => {
    const mapping = { 'team-a': 'copy' };
    await fixture.restore('r', {
      backupName: 'one',
      namespaceMapping: mapping,
    });
    await fixture.delete('restores', 'r');
    await gone('restores', 'r');
    expect(stored('r')).toEqual([]);
    expect(fixture.object('configmaps', 'c1', 'copy')).toBeDefined();
  });

  it('goes without its folder when its location is gone', async () => {
    await fixture.restore('r', { backupName: 'one' });
    await fixture.delete('backupstoragelocations', 'main');
    await fixture.delete('restores', 'r');
    await gone('restores', 'r');
    expect(stored('r')).not.toEqual([]);
  });

  it('stays while its location is unavailable', async () => {
    await fixture.restore('r', { backupName: 'one' });
    fixture.sandbox.buckets.remove('store');
    fixture.pass(61_000);
    await fixture.phase('backupstoragelocations', 'main', 'Unavailable');
    await fixture.delete('restores', 'r');
    await fixture.location('sign-of-life');
    expect((await fixture.get('restores', 'r')).status).toBe(200);
    fixture.sandbox.buckets.create('store');
    fixture.pass(61_000);
    await gone('restores', 'r');
  });

  it('goes with its backup', async () => {
    await fixture.restore('r', { backupName: 'one' });
    await fixture.create('deletebackuprequests', {
      metadata: { name: 'del' },
      spec: { backupName: 'one' },
    });
    await gone('backups', 'one');
    await gone('restores', 'r');
    expect(stored('r')).toEqual([]);
    expect(fixture.sandbox.buckets.get('store')?.keys()).toEqual([]);
  });

  it('is stuck in Finalizing while another has a duration that Velero cannot read', async () => {
    await fixture.create('restores', {
      metadata: { name: 'poison' },
      spec: { backupName: 'one', itemOperationTimeout: '1d' },
    });
    await fixture.patch('restores', 'poison', { metadata: { labels: {} } });
    fixture.sandbox.cluster('a').velero.stop();
    const { objects } = fixture.sandbox.cluster('a');
    objects.put('restores', {
      metadata: { name: 'r', namespace: 'velero' },
      spec: { backupName: 'one' },
      status: { phase: 'Finalizing' },
    });
    fixture.sandbox.cluster('a').velero.start();
    await fixture.location('sign-of-life');
    const { body } = await fixture.get('restores', 'r');
    expect(body.status.phase).toBe('Finalizing');
    objects.remove('restores', 'poison', 'velero');
    await fixture.phase('restores', 'r', 'Completed');
  });
});
