import { eventually } from '../testing/eventually';
import { VeleroFixture } from '../testing/VeleroFixture';

describe('backup storage locations', () => {
  let fixture: VeleroFixture;

  beforeEach(async () => {
    fixture = await VeleroFixture.start();
  });

  afterEach(() => fixture.stop());

  it('become Available without a message', async () => {
    const { status } = await fixture.location('main');
    expect(status.phase).toBe('Available');
    expect(status.lastValidationTime).toMatch(/^\d{4}-.*Z$/);
    expect(status).not.toHaveProperty('message');
  });

  it.each<[object | undefined, string]>([
    [
      { provider: 'aws', objectStorage: { bucket: 'missing' } },
      'NoSuchBucket: The specified bucket does not exist.',
    ],
    [undefined, 'backup storage location does not use object storage'],
    [
      {
        provider: 'aws',
        objectStorage: { bucket: 'store' },
        config: { colour: 'red' },
      },
      'config has invalid keys [colour]',
    ],
    [
      {
        provider: 'aws',
        objectStorage: { bucket: 'store' },
        credential: { name: 'nope', key: 'cloud' },
      },
      'Secret "nope" not found',
    ],
  ])('become Unavailable with the reason: %j', async (spec, reason) => {
    await fixture.create('backupstoragelocations', {
      metadata: { name: 'bad' },
      spec,
    });
    const { status } = await fixture.phase(
      'backupstoragelocations',
      'bad',
      'Unavailable',
    );
    expect(status.message).toMatch(
      /^BackupStorageLocation "bad" is unavailable: /,
    );
    expect(status.message).toContain(reason);
  });

  it('at the root of a bucket see the prefixes of others as foreign', async () => {
    await fixture.location('main', { prefix: 'team' });
    await fixture.finishedBackup('one');
    const { status } = await fixture.location('root', { prefix: '' });
    expect(status.message).toContain(
      'Backup store contains invalid top-level directories: [team]',
    );
  });

  it('recover when the bucket is there again', async () => {
    fixture.sandbox.buckets.remove('store');
    await fixture.location('main');
    fixture.sandbox.buckets.create('store');
    fixture.pass(61_000);
    const { status } = await fixture.phase(
      'backupstoragelocations',
      'main',
      'Available',
    );
    expect(status).not.toHaveProperty('message');
  });

  it('are looked at again when lastValidationTime is patched away, even with frequency 0', async () => {
    await fixture.create('backupstoragelocations', {
      metadata: { name: 'main' },
      spec: {
        provider: 'aws',
        objectStorage: { bucket: 'store' },
        validationFrequency: '0s',
      },
    });
    await fixture.phase('backupstoragelocations', 'main', 'Available');
    fixture.sandbox.buckets.remove('store');
    fixture.pass(3_600_000);
    await fixture.patch('backupstoragelocations', 'main', {
      metadata: { labels: { touched: 'yes' } },
    });
    const { body } = await fixture.get('backupstoragelocations', 'main');
    expect(body.status.phase).toBe('Available');
    await fixture.patch('backupstoragelocations', 'main', {
      status: { lastValidationTime: null },
    });
    await fixture.phase('backupstoragelocations', 'main', 'Unavailable');
  });

  it('are looked at at once when their spec changes', async () => {
    const slow = await VeleroFixture.start({ timing: { validation: 60_000 } });
    await slow.location('main');
    await slow.patch('backupstoragelocations', 'main', {
      spec: { objectStorage: { bucket: 'missing' } },
    });
    const { status } = await slow.phase(
      'backupstoragelocations',
      'main',
      'Unavailable',
    );
    expect(status.message).toContain('NoSuchBucket');
    await slow.stop();
  });
});

describe('synchronisation', () => {
  let fixture: VeleroFixture;

  beforeEach(async () => {
    fixture = await VeleroFixture.start();
    await fixture.location('main');
  });

  afterEach(() => fixture.stop());

  const appears = (name: string, cluster: string) =>
    eventually(async () => {
      const { status, body } = await fixture.get('backups', name, cluster);
      expect(status).toBe(200);
      return body;
    });

  const vanishes = (name: string, cluster: string) =>
    eventually(async () => {
      const { status } = await fixture.get('backups', name, cluster);
      expect(status).toBe(404);
    });

  it('shows a backup in another cluster that reads the same prefix', async () => {
    const original = await fixture.finishedBackup('one');
    fixture.pass(3_600_000);
    await fixture.location('region-a', {
      accessMode: 'ReadOnly',
      cluster: 'b',
    });
    const copy = await appears('one', 'b');
    expect(copy.metadata.uid).not.toBe(original.metadata.uid);
    expect(Date.parse(copy.metadata.creationTimestamp)).toBeGreaterThan(
      Date.parse(original.status.completionTimestamp),
    );
    expect(copy.metadata.generation).toBe(1);
    expect(copy.metadata.annotations).toEqual(original.metadata.annotations);
    expect(copy.status).toEqual(original.status);
    expect(copy.spec).toEqual({
      ...original.spec,
      hooks: {},
      metadata: {},
      storageLocation: 'region-a',
    });
    expect(copy.metadata.labels['velero.io/storage-location']).toBe('region-a');
  });

  it('brings back a Backup that was plainly deleted', async () => {
    const { metadata } = await fixture.finishedBackup('one');
    await fixture.delete('backups', 'one');
    const again = await appears('one', 'a');
    expect(again.metadata.uid).not.toBe(metadata.uid);
  });

  it('goes by the name only', async () => {
    const mine = await fixture.finishedBackup('one');
    await fixture.location('main', { prefix: 'b', cluster: 'b' });
    for (const name of ['one', 'two']) {
      await fixture.backup(name, {}, 'b');
      await fixture.phase('backups', name, 'Completed', 'b');
    }
    await fixture.location('region-b', { prefix: 'b', accessMode: 'ReadOnly' });
    const other = await appears('two', 'a');
    expect(other.spec.storageLocation).toBe('region-b');
    const { body } = await fixture.get('backups', 'one');
    expect(body.metadata.uid).toBe(mine.metadata.uid);
    expect(body.spec.storageLocation).toBe('main');
  });

  it('removes what the bucket lost, but no failed ones', async () => {
    await fixture.finishedBackup('one');
    await fixture.backup('bad', { orLabelSelectors: [{}], labelSelector: {} });
    await fixture.phase('backups', 'bad', 'FailedValidation');
    fixture.sandbox.buckets.get('store')?.removeAll('a/backups/one/');
    await vanishes('one', 'a');
    expect((await fixture.get('backups', 'bad')).status).toBe(200);
  });

  it('empties and refills the list when the prefix changes', async () => {
    await fixture.finishedBackup('one');
    const move = (prefix: string) =>
      fixture.patch('backupstoragelocations', 'main', {
        spec: { objectStorage: { prefix } },
      });
    await move('elsewhere');
    await vanishes('one', 'a');
    await move('/a/');
    const again = await appears('one', 'a');
    expect(again.status.phase).toBe('Completed');
  });
});
