import { gunzipSync } from 'node:zlib';
import { eventually } from '../testing/eventually';
import { VeleroFixture } from '../testing/VeleroFixture';

describe('requests to the server', () => {
  let fixture: VeleroFixture;

  beforeEach(async () => {
    fixture = await VeleroFixture.start();
    await fixture.client().create('/api/v1/namespaces', {
      metadata: { name: 'team-a' },
    });
    await fixture.location('main');
  });

  afterEach(() => fixture.stop());

  describe('DeleteBackupRequest', () => {
    const request = (backupName: string, cluster = 'a') =>
      fixture.create(
        'deletebackuprequests',
        { metadata: { name: 'del' }, spec: { backupName } },
        cluster,
      );

    const gone = (resource: string, name: string, cluster = 'a') =>
      eventually(async () => {
        const { status } = await fixture.get(resource, name, cluster);
        expect(status).toBe(404);
      });

    it('deletes the data, the Backup and then itself, and the copies in other clusters follow', async () => {
      await fixture.location('main', { accessMode: 'ReadOnly', cluster: 'b' });
      await fixture.finishedBackup('one');
      await fixture.phase('backups', 'one', 'Completed', 'b');
      await request('one');
      await gone('deletebackuprequests', 'del');
      expect((await fixture.get('backups', 'one')).status).toBe(404);
      const bucket = fixture.sandbox.buckets.get('store');
      expect(bucket?.folders('a/backups')).toEqual([]);
      await gone('backups', 'one', 'b');
    });

    it.each([
      ['zzz', 'backup not found'],
      ['orphan', 'backup storage location nope not found'],
      [
        'archived',
        'cannot delete backup because backup storage location archive is currently in read-only mode',
      ],
    ])('is refused for %s', async (name, message) => {
      await fixture.location('archive', { accessMode: 'ReadOnly' });
      for (const [backup, storageLocation] of [
        ['orphan', 'nope'],
        ['archived', 'archive'],
      ]) {
        await fixture.backup(backup, { storageLocation });
        await fixture.phase('backups', backup, 'FailedValidation');
      }
      await request(name);
      const { status } = await fixture.phase(
        'deletebackuprequests',
        'del',
        'Processed',
      );
      expect(status.errors).toEqual([`backup deletion failed: ${message}`]);
    });

    it.each([
      ['one', 'InProgress', 'backup is still in progress'],
      // It has no location before it leaves the queue, hence the gap.
      ['two', 'Queued', 'backup storage location  not found'],
    ])('is refused for %s, which is %s', async (name, phase, message) => {
      const slow = await VeleroFixture.start({
        timing: { backup: [60_000, 60_000] },
      });
      await slow.location('default');
      for (const [backup, first] of [
        ['one', 'InProgress'],
        ['two', 'Queued'],
      ]) {
        await slow.create('backups', { metadata: { name: backup } });
        await slow.phase('backups', backup, first);
      }
      expect((await slow.get('backups', name)).body.status.phase).toBe(phase);
      await slow.create('deletebackuprequests', {
        metadata: { name: 'del' },
        spec: { backupName: name },
      });
      const { status } = await slow.phase(
        'deletebackuprequests',
        'del',
        'Processed',
      );
      expect(status.errors).toEqual([`backup deletion failed: ${message}`]);
      await slow.stop();
    });

    it('leaves the Backup in Deleting when the store fails, until a retry succeeds', async () => {
      await fixture.finishedBackup('one');
      fixture.sandbox.buckets.remove('store');
      await request('one');
      const { status } = await fixture.phase(
        'deletebackuprequests',
        'del',
        'Processed',
      );
      expect(status.errors).toHaveLength(1);
      await fixture.phase('backups', 'one', 'Deleting');
      fixture.sandbox.buckets.create('store');
      await fixture.create('deletebackuprequests', {
        metadata: { name: 'retry' },
        spec: { backupName: 'one' },
      });
      await gone('backups', 'one');
      await gone('deletebackuprequests', 'del');
      await gone('deletebackuprequests', 'retry');
    });

    it('on a Failed backup that reused a name deletes the good one', async () => {
      const unsynced = await VeleroFixture.start({ timing: { sync: 60_000 } });
      await unsynced.location('main');
      await unsynced.finishedBackup('one');
      await unsynced.delete('backups', 'one');
      await unsynced.backup('one');
      await unsynced.phase('backups', 'one', 'Failed');
      const bucket = unsynced.sandbox.buckets.get('store');
      expect(bucket?.folders('a/backups')).toEqual(['one']);
      await unsynced.create('deletebackuprequests', {
        metadata: { name: 'del' },
        spec: { backupName: 'one' },
      });
      await eventually(() => expect(bucket?.folders('a/backups')).toEqual([]));
      await unsynced.stop();
    });
  });

  describe('garbage collection', () => {
    it('deletes what has expired', async () => {
      await fixture.finishedBackup('one', { ttl: '1h' });
      fixture.pass(3_601_000);
      await eventually(async () =>
        expect(await fixture.names('backups')).toEqual([]),
      );
    });

    it('goes by the expiration that was fixed at the start, not by a later ttl', async () => {
      const { status } = await fixture.finishedBackup('one', { ttl: '1h' });
      await fixture.patch('backups', 'one', { spec: { ttl: '9000h' } });
      const { body } = await fixture.get('backups', 'one');
      expect(body.status.expiration).toBe(status.expiration);
      fixture.pass(3_601_000);
      await eventually(async () =>
        expect(await fixture.names('backups')).toEqual([]),
      );
    });

    it('only marks what lies in a read-only location', async () => {
      await fixture.finishedBackup('one', { ttl: '1h' });
      await fixture.patch('backupstoragelocations', 'main', {
        spec: { accessMode: 'ReadOnly' },
      });
      fixture.pass(3_601_000);
      await eventually(async () => {
        const { body } = await fixture.get('backups', 'one');
        expect(body.metadata.labels['velero.io/gc-failure']).toBe(
          'BSLReadOnly',
        );
      });
    });
  });

  describe('DownloadRequest', () => {
    async function download(kind: string, name = 'one') {
      const requestName = `get-${kind.toLowerCase()}`;
      await fixture.create('downloadrequests', {
        metadata: { name: requestName },
        spec: { target: { kind, name } },
      });
      const { status } = await fixture.phase(
        'downloadrequests',
        requestName,
        'Processed',
      );
      return status.downloadURL;
    }

    async function content(kind: string): Promise<string> {
      const response = await fetch(await download(kind));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(
        'application/octet-stream',
      );
      expect(response.headers.get('content-encoding')).toBeNull();
      return gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    }

    it.each([
      ['BackupLog', 'level=info'],
      ['BackupResults', '{"errors":{},"warnings":{}}'],
      ['BackupResourceList', '"v1/ConfigMap":["team-a/kube-root-ca.crt"'],
      ['BackupVolumeInfos', '[]'],
      ['BackupItemOperations', '[]'],
      ['BackupVolumeSnapshots', 'null'],
    ])('gives a link to the %s', async (kind, text) => {
      await fixture.finishedBackup('one', { includedNamespaces: ['team-a'] });
      expect(await content(kind)).toContain(text);
    });

    it('tells in the results why a backup partly failed', async () => {
      await fixture.backup('one', { includedNamespaces: ['nowhere'] });
      await fixture.phase('backups', 'one', 'PartiallyFailed');
      expect(JSON.parse(await content('BackupResults'))).toEqual({
        errors: {
          velero: [
            ' resource: /namespaces message: /fail to get the namespace nowhere specified in backup.Spec.IncludedNamespaces',
          ],
        },
        warnings: {},
      });
    });

    it('is Processed for a file that does not exist, whose link answers 404', async () => {
      await fixture.finishedBackup('one');
      const response = await fetch(await download('CSIBackupVolumeSnapshots'));
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('<Code>NoSuchKey</Code>');
    });

    it('gives a link that lives for ten minutes and for GET only', async () => {
      await fixture.finishedBackup('one');
      const url = await download('BackupLog');
      expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('600');
      expect((await fetch(url, { method: 'HEAD' })).status).toBe(403);
      const forged = url.replace('one-logs.gz', 'one-results.gz');
      expect((await fetch(forged)).status).toBe(403);
      fixture.pass(601_000);
      const late = await fetch(url);
      expect(late.status).toBe(403);
      expect(await late.text()).toContain('Request has expired');
      await eventually(async () =>
        expect(await fixture.names('downloadrequests')).toEqual([]),
      );
    });

    it('keeps an empty phase for ever when there is no such backup', async () => {
      await fixture.create('downloadrequests', {
        metadata: { name: 'x' },
        spec: { target: { kind: 'BackupLog', name: 'zzz' } },
      });
      await eventually(async () => {
        const { body } = await fixture.get('downloadrequests', 'x');
        expect(Object.keys(body.status)).toEqual(['expiration']);
      });
    });
  });

  it('ServerStatusRequest tells the version and goes after five minutes', async () => {
    await fixture.create('serverstatusrequests', { metadata: { name: 'x' } });
    const { status } = await fixture.phase(
      'serverstatusrequests',
      'x',
      'Processed',
    );
    expect(status.serverVersion).toBe('v1.18.3');
    expect(status.plugins).toContainEqual({
      kind: 'ObjectStore',
      name: 'velero.io/aws',
    });
    fixture.pass(301_000);
    await eventually(async () =>
      expect(await fixture.names('serverstatusrequests')).toEqual([]),
    );
  });
});
