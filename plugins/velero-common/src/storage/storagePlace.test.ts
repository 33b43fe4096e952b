import {
  bucketKeyOf,
  keyOfStoragePlace,
  possibleBucketKeysOf,
} from './storagePlace';

describe('keyOfStoragePlace', () => {
  const place = { provider: 'aws', bucket: 'b', prefix: 'eu' };

  it.each([
    [{ provider: 'velero.io/aws' }],
    [{ prefix: '/eu/' }],
    [{ prefix: 'eu/' }],
    [{ region: 'eu-west-1' }],
    [{ endpoint: 'https://s3.dualstack.eu-central-1.amazonaws.com' }],
  ])('is equal for %j', variant => {
    expect(keyOfStoragePlace({ ...place, ...variant })).toBe(
      keyOfStoragePlace(place),
    );
  });

  it.each([
    [{ provider: 'gcp' }],
    [{ prefix: 'us' }],
    [{ prefix: 'eu/inner' }],
    [{ bucket: 'c' }],
    [{ endpoint: 'https://s3.example.com' }],
    [{ region: 'cn-north-1' }],
  ])('differs for %j', variant => {
    expect(keyOfStoragePlace({ ...place, ...variant })).not.toBe(
      keyOfStoragePlace(place),
    );
  });

  it('knows nothing of a place without bucket', () => {
    expect(keyOfStoragePlace({ provider: 'aws' })).toBeUndefined();
  });
});

describe('possibleBucketKeysOf', () => {
  const oci = (start: string) => ({
    ...{ provider: 'aws', bucket: 'b' },
    endpoint: `https://${start}.objectstorage.eu-frankfurt-1.oraclecloud.com`,
  });

  it('begins with the key of the bucket', () => {
    const place = { provider: 'aws', bucket: 'b' };
    expect(possibleBucketKeysOf(place)).toEqual([bucketKeyOf(place)]);
  });

  it('of a bucket of OCI has the one with the bucket in the host', () => {
    const place = oci('axaaaa.compat');
    expect(possibleBucketKeysOf(place)).toEqual([
      bucketKeyOf(place),
      bucketKeyOf(oci('b.vhcompat')),
    ]);
  });

  it('knows nothing of a place without bucket', () => {
    expect(possibleBucketKeysOf({ provider: 'aws' })).toEqual([]);
  });

  it('looks for no service in what is too long for a host', () => {
    const endpoint = `https://${'s3.'.repeat(100_000)}x`;
    const start = Date.now();
    possibleBucketKeysOf({ provider: 'aws', bucket: 'b', endpoint });
    expect(Date.now() - start).toBeLessThan(1_000);
  });
});
