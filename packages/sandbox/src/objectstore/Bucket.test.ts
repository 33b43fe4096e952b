import { Bucket } from './Bucket';

describe('Bucket', () => {
  const filled = () => {
    const bucket = new Bucket('store');
    bucket.write('a/backups/one/one.tar.gz', Buffer.from('archive'));
    bucket.write('a/backups/one/velero-backup.json', Buffer.from('{}'));
    bucket.write('a/backups/once/velero-backup.json', Buffer.from('{}'));
    bucket.write('stray', Buffer.from('x'));
    return bucket;
  };

  it('has objects with content under their keys', () => {
    const bucket = filled();
    expect(bucket.read('a/backups/one/one.tar.gz')?.toString()).toBe('archive');
    expect(bucket.has('a/backups/one/one.tar.gz')).toBe(true);
    expect(bucket.read('a/backups/one')).toBeUndefined();
    expect(bucket.has('a/backups/none/x')).toBe(false);
  });

  it('lists keys by how they begin', () => {
    const bucket = filled();
    expect(bucket.keys('a/backups/on')).toEqual([
      'a/backups/once/velero-backup.json',
      'a/backups/one/one.tar.gz',
      'a/backups/one/velero-backup.json',
    ]);
    expect(bucket.keys('a/backups/one/v')).toEqual([
      'a/backups/one/velero-backup.json',
    ]);
    expect(bucket.keys()).toHaveLength(4);
    expect(bucket.keys('none/')).toEqual([]);
    expect(bucket.folders('a/backups')).toEqual(['one', 'once']);
    expect(bucket.folders('')).toEqual(['a']);
  });

  it('loses a folder with the last object in it', () => {
    const bucket = filled();
    bucket.removeAll('a/backups/one/');
    expect(bucket.folders('a/backups')).toEqual(['once']);
    bucket.remove('a/backups/once/velero-backup.json');
    expect(bucket.folders('')).toEqual([]);
    bucket.removeAll('str');
    expect(bucket.keys()).toEqual([]);
  });

  it('derives the files of a folder only when somebody looks into it', () => {
    const bucket = new Bucket('store');
    let looks = 0;
    bucket.writeFolder('backups/one', () => {
      looks += 1;
      return { 'one-logs.gz': () => Buffer.from('log') };
    });
    expect(bucket.folders('backups')).toEqual(['one']);
    expect(looks).toBe(0);
    expect(bucket.read('backups/one/one-logs.gz')?.toString()).toBe('log');
    expect(bucket.keys('backups/')).toEqual(['backups/one/one-logs.gz']);
    expect(looks).toBe(1);
    bucket.removeAll('backups/one/');
    expect(bucket.keys()).toEqual([]);
  });
});
