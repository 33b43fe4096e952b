import { storageServiceOf } from './storageServiceOf';

describe('storageServiceOf', () => {
  it.each([
    ['aws', undefined, 'aws-s3'],
    ['velero.io/aws', undefined, 'aws-s3'],
    ['velero.io/gcp', undefined, 'google-gcs'],
    ['aws', 'https://s3.eu-central-1.amazonaws.com', 'aws-s3'],
    ['aws', 'https://s3-fips.us-east-2.amazonaws.com', 'aws-s3'],
    ['aws', 'https://0a1b.r2.cloudflarestorage.com', 'cloudflare-r2'],
    ['aws', 'https://0a1b.eu.r2.cloudflarestorage.com/', 'cloudflare-r2'],
    ['aws', 'https://FSN1.your-objectstorage.com', 'hetzner'],
    ['aws', 'fsn1.your-objectstorage.com', 'hetzner'],
    [
      'aws',
      'https://acme.compat.objectstorage.eu-frankfurt-1.oraclecloud.com',
      'oci',
    ],
    ['aws', 'https://obs.eu-west-101.myhuaweicloud.com', 'huawei-obs'],
    ['huawei.com/huaweicloud', undefined, 'huawei-obs'],
    ['aws', 'https://storage.googleapis.com', 'google-gcs'],
    ['aws', 'https://commondatastorage.googleapis.com', 'google-gcs'],
    ['aws', 'https://obs.myhuaweicloud.com', 'huawei-obs'],
    ['aws', 'https://s3.eu-central-1.amazonaws.com.', 'aws-s3'],
    ['aws', 'https://s3.eusc-de-east-1.amazonaws.eu', 'aws-s3'],
    // Stores that nobody can tell the price of.
    ['aws', 'https://minio.example.com', undefined],
    ['aws', 'https://amazonaws.com.example.com', undefined],
    ['aws', 'https://fake-r2.cloudflarestorage.com.evil.example', undefined],
    ['aws', 'not a url at all', undefined],
    ['velero.io/azure', undefined, undefined],
    [undefined, undefined, undefined],
  ])('of %j at %j is %j', (provider, endpoint, expected) => {
    expect(storageServiceOf({ provider, endpoint, bucket: 'b' })).toBe(
      expected,
    );
  });
});
