import { placesOverlap } from './placesOverlap';
import { StoragePlace } from './storagePlace';

function s3(endpoint: string | undefined, prefix = 'a', bucket = 'b') {
  return { provider: 'aws', endpoint, bucket, prefix };
}

const ACCOUNT = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

describe('placesOverlap', () => {
  it.each<[string, StoragePlace, StoragePlace]>([
    [
      'case of the host',
      s3('https://S3.Example.com'),
      s3('https://s3.example.com'),
    ],
    [
      'default port',
      s3('https://s3.example.com:443'),
      s3('https://s3.example.com'),
    ],
    ['scheme', s3('http://s3.example.com'), s3('https://s3.example.com')],
    ['no scheme', s3('s3.example.com'), s3('https://s3.example.com')],
    [
      'slash at the end',
      s3('https://s3.example.com/'),
      s3('https://s3.example.com'),
    ],
    [
      'dot at the end',
      s3('https://s3.example.com.'),
      s3('https://s3.example.com'),
    ],
    [
      'slashes of the prefix',
      s3('https://s3.example.com', '/a/'),
      s3('https://s3.example.com'),
    ],
    [
      'bucket in the host',
      s3('https://b.s3.example.com'),
      s3('https://s3.example.com'),
    ],
    [
      'forms of an address',
      s3('https://3221225985:9000'),
      s3('https://192.0.2.1:9000'),
    ],
    [
      'mapped address',
      s3('https://[::ffff:192.0.2.1]'),
      s3('https://192.0.2.1'),
    ],
    [
      'translated address',
      s3('https://[64:ff9b::192.0.2.1]'),
      s3('https://192.0.2.1'),
    ],
    [
      'AWS: none and regional',
      s3(undefined),
      s3('https://s3.eu-west-1.amazonaws.com'),
    ],
    [
      'AWS: legacy',
      s3('https://s3.amazonaws.com'),
      s3('https://s3.eu-west-1.amazonaws.com'),
    ],
    [
      'AWS: dash',
      s3('https://s3-eu-west-1.amazonaws.com'),
      s3('https://s3.amazonaws.com'),
    ],
    [
      'AWS: dual stack',
      s3('https://s3.dualstack.eu-west-1.amazonaws.com'),
      s3(undefined),
    ],
    [
      'AWS: the European Sovereign Cloud',
      { ...s3(undefined), region: 'eusc-de-east-1' },
      s3('https://s3.eusc-de-east-1.amazonaws.eu'),
    ],
    [
      'AWS: the European Sovereign Cloud, with the bucket in the host',
      s3('https://b.s3.dualstack.eusc-de-east-1.amazonaws.eu'),
      s3('https://s3.eusc-de-east-1.amazonaws.eu'),
    ],
    ['AWS: FIPS', s3('https://s3-fips.us-east-1.amazonaws.com'), s3(undefined)],
    [
      'AWS: bucket in the host',
      s3('https://b.s3.eu-west-1.amazonaws.com'),
      s3(undefined),
    ],
    [
      'AWS: name of the plugin',
      { ...s3(undefined), provider: 'velero.io/aws' },
      s3(undefined),
    ],
    [
      'R2: jurisdiction',
      s3(`https://${ACCOUNT}.eu.r2.cloudflarestorage.com`),
      s3(`https://${ACCOUNT}.r2.cloudflarestorage.com`),
    ],
    [
      'R2: bucket in the host',
      s3(`https://b.${ACCOUNT}.r2.cloudflarestorage.com`),
      s3(`https://${ACCOUNT}.r2.cloudflarestorage.com`),
    ],
    [
      'Google by S3',
      s3('https://storage.googleapis.com'),
      { provider: 'gcp', bucket: 'b', prefix: 'a' },
    ],
    [
      'Google by its older host',
      s3('https://commondatastorage.googleapis.com'),
      { provider: 'gcp', bucket: 'b', prefix: 'a' },
    ],
    [
      'Google in a region',
      s3('https://storage.europe-west3.rep.googleapis.com'),
      { provider: 'gcp', bucket: 'b', prefix: 'a' },
    ],
    [
      'OCI: both domains',
      s3('https://ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
      s3('https://ns.compat.objectstorage.eu-frankfurt-1.oci.customer-oci.com'),
    ],
    [
      'OCI: bucket in front of the namespace',
      s3('https://b.ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
      s3('https://ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
    ],
    [
      'OCI: a host for each namespace',
      s3('https://ns.objectstorage.eu-frankfurt-1.oci.customer-oci.com'),
      s3('https://ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
    ],
    [
      'OCI: bucket in the host, unique in the region',
      s3(
        'https://b.vhcompat.objectstorage.eu-frankfurt-1.oci.customer-oci.com',
      ),
      s3('https://vhcompat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
    ],
    [
      'OBS: regions',
      s3('https://obs.eu-west-101.myhuaweicloud.com'),
      s3('https://obs.cn-north-4.myhuaweicloud.com'),
    ],
    [
      'OBS: no region',
      s3('https://obs.myhuaweicloud.com'),
      s3('https://obs.cn-north-4.myhuaweicloud.com'),
    ],
    [
      'Hetzner: bucket in the host',
      s3('https://b.fsn1.your-objectstorage.com'),
      s3('https://fsn1.your-objectstorage.com'),
    ],
  ])('takes places for one: %s', (_title, one, other) => {
    expect(placesOverlap(one, other)).toBe('equal');
    expect(placesOverlap(other, one)).toBe('equal');
  });

  it.each<[string, StoragePlace, StoragePlace]>([
    ['port', s3('https://s3.example.com:9000'), s3('https://s3.example.com')],
    ['host', s3('https://s3.example.com'), s3('https://s3.example.org')],
    ['bucket', s3(undefined, 'a', 'c'), s3(undefined)],
    ['prefix', s3(undefined, 'ab'), s3(undefined, 'a')],
    ['case of the prefix', s3(undefined, 'A'), s3(undefined, 'a')],
    [
      'accounts of R2',
      s3(`https://${ACCOUNT}.r2.cloudflarestorage.com`),
      s3('https://ffff.r2.cloudflarestorage.com'),
    ],
    [
      'partitions of AWS',
      s3('https://s3.cn-north-1.amazonaws.com.cn'),
      s3(undefined),
    ],
    [
      'the European Sovereign Cloud of AWS',
      s3('https://s3.eusc-de-east-1.amazonaws.eu'),
      s3(undefined),
    ],
    [
      'partitions of AWS, by region',
      { ...s3(undefined), region: 'us-gov-west-1' },
      s3('https://s3.us-east-1.amazonaws.com'),
    ],
    [
      'locations of Hetzner',
      s3('https://fsn1.your-objectstorage.com'),
      s3('https://nbg1.your-objectstorage.com'),
    ],
    [
      'namespaces of OCI',
      s3('https://axaaaa.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
      s3('https://bxbbbb.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
    ],
    [
      'regions of OCI',
      s3('https://ns.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
      s3('https://ns.compat.objectstorage.us-ashburn-1.oraclecloud.com'),
    ],
    [
      'buckets in the host of OCI',
      s3('https://vhcompat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
      s3(
        'https://vhcompat.objectstorage.eu-frankfurt-1.oraclecloud.com',
        'a',
        'c',
      ),
    ],
    [
      'a namespace of OCI and a bucket in the host, which is of any namespace',
      s3('https://axaaaa.compat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
      s3('https://b.vhcompat.objectstorage.eu-frankfurt-1.oraclecloud.com'),
    ],
    ['services', s3(undefined), { provider: 'gcp', bucket: 'b', prefix: 'a' }],
    ['no bucket known', { provider: 'aws' }, { provider: 'aws' }],
  ])('tells places apart: %s', (_title, one, other) => {
    expect(placesOverlap(one, other)).toBeUndefined();
  });

  it.each([
    ['', 'a', 'outer'],
    ['a', '', 'inner'],
    ['a', 'a/b', 'outer'],
    ['a/b/c', 'a', 'inner'],
    ['a/b', 'a/bc', undefined],
    ['', '', 'equal'],
    [undefined, '/', 'equal'],
  ])('of the prefixes %j and %j: %s', (one, other, expected) => {
    expect(
      placesOverlap({ ...s3(undefined), prefix: one }, s3(undefined, other)),
    ).toBe(expected);
  });
});
