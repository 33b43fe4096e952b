import { FLEET, storage } from '../__testUtils__/endpointFleet';
import { refused, warned } from '../__testUtils__/found';
import { cluster, request } from '../__testUtils__/onboardingFleet';
import { planTenant } from '../planTenant';

describe('checkEndpoints', () => {
  it.each([
    // Outside, and encrypted.
    ['https://s3.example.com', undefined],
    ['https://s3.example.com/', undefined],
    ['https://S3.Example.com:9000', undefined],
    ['https://s3.example.com.', undefined],
    ['https://198.51.100.4', undefined],
    ['https://[2a01:4f8::1]:9000', undefined],
    ['https://svc.example.com', undefined],
    ['https://xn--bcher-kva.example.com', undefined],
    ['https://pod.example.com', undefined],
    ['https://s3.eu-west-1.pod.example.com', undefined],
    ['https://store-1.shop.pod.example.com', undefined],
    ['https://s3.example.dev', undefined],
    ['https://my_store.example.com', undefined],
    // Listed in the configuration.
    ['https://10.1.2.3:9000', undefined],
    ['https://store.corp.internal', undefined],
    ['https://s3.dc.local', undefined],
    ['https://store.corp', undefined],
    ['https://[fd12:3456::1]', undefined],
    ['https://10.1.2.3.nip.io', undefined],
    // No address of a store.
    ['s3.example.com', 'endpoint-invalid'],
    ['ftp://s3.example.com', 'endpoint-invalid'],
    ['https:s3.example.com', 'endpoint-invalid'],
    ['https:\\\\s3.example.com', 'endpoint-invalid'],
    ['https://s3.example.com\\@evil.example', 'endpoint-credential'],
    [' https://s3.example.com', 'endpoint-invalid'],
    ['https://s3 .example.com', 'endpoint-invalid'],
    ['https://', 'endpoint-invalid'],
    ['https://s3.example.com\u0001', 'endpoint-invalid'],
    ['https://s3.exa\u00admple.com', 'endpoint-invalid'],
    ['https://s3.example\u3002com', 'endpoint-invalid'],
    ['\u0000https://s3.example.com', 'endpoint-invalid'],
    ['https://s3.example.com\n', 'endpoint-invalid'],
    ['https://bücher.example.com', 'endpoint-invalid'],
    ['https://s3.example.com:99999', 'endpoint-invalid'],
    ['https://%6c%6fcalhost', 'endpoint-invalid'],
    ['https://300.1.1.1', 'endpoint-invalid'],
    ['https://key:word@s3.example.com', 'endpoint-credential'],
    ['https://key@s3.example.com', 'endpoint-credential'],
    ['https://@s3.example.com', 'endpoint-credential'],
    ['https://s3.example.com/bucket', 'endpoint-path'],
    ['https://s3.example.com?x=1', 'endpoint-path'],
    ['https://s3.example.com/?x=1', 'endpoint-path'],
    ['https://s3.example.com#a', 'endpoint-path'],
    ['http://s3.example.com', 'endpoint-not-encrypted'],
    // In a cluster, whatever configuration says.
    ['https://minio', 'endpoint-in-cluster'],
    ['https://minio:9000', 'endpoint-in-cluster'],
    ['https://minio.minio.svc', 'endpoint-in-cluster'],
    ['https://MINIO.minio.SVC.', 'endpoint-in-cluster'],
    ['https://minio.minio.svc.cluster.local', 'endpoint-in-cluster'],
    ['https://minio.minio.svc.corp.example', 'endpoint-in-cluster'],
    ['https://10-244-0-3.minio.pod.cluster.local', 'endpoint-in-cluster'],
    ['https://10-244-3-7.shop.pod', 'endpoint-in-cluster'],
    ['https://10-244-3-7.shop.pod.k8s.acme.com', 'endpoint-in-cluster'],
    ['https://fd00-10-244--7.shop.pod.k8s.acme.com', 'endpoint-in-cluster'],
    ['https://10.96.12.13', 'endpoint-in-cluster'],
    ['https://10.244.3.4:9000', 'endpoint-in-cluster'],
    ['https://34.118.226.1', 'endpoint-in-cluster'],
    ['https://[fd00:96::12]', 'endpoint-in-cluster'],
    ['https://[::ffff:10.96.0.1]', 'endpoint-in-cluster'],
    ['https://[64:ff9b::10.96.0.1]', 'endpoint-in-cluster'],
    ['https://0x0a600001', 'endpoint-in-cluster'],
    ['https://174063617', 'endpoint-in-cluster'],
    ['https://012.0140.0.1', 'endpoint-in-cluster'],
    ['https://10.96.1', 'endpoint-in-cluster'],
    ['https://minio.10-96-0-1.sslip.io', 'endpoint-in-cluster'],
    ['https://203.0.113.7:30900', 'endpoint-in-cluster'],
    ['https://node-1.eu.example.com:30900', 'endpoint-in-cluster'],
    ['https://203.0.113.80', 'endpoint-in-cluster'],
    ['https://LB-1.cloud.example', 'endpoint-in-cluster'],
    ['https://s3.apps.us.example.com', 'endpoint-in-cluster'],
    ['https://minio.10.96.3.7.nip.io', 'endpoint-in-cluster'],
    ['https://10-96-3-7-minio.sslip.io', 'endpoint-in-cluster'],
    ['https://0a600307.nip.io', 'endpoint-in-cluster'],
    ['https://minio-0a600307.nip.io', 'endpoint-in-cluster'],
    ['https://10.96.3.7.traefik.me', 'endpoint-in-cluster'],
    ['https://10-96-3-7.my.local-ip.co', 'endpoint-in-cluster'],
    // Translated addresses (SIIT), RFC 2765.
    ['https://[::ffff:0:10.96.3.7]', 'endpoint-in-cluster'],
    ['https://[::ffff:0:a60:307]', 'endpoint-in-cluster'],
    // <address>.<namespace>.pod, by the search domain cluster.local.
    ['https://10-244-3-7.minio.pod', 'endpoint-in-cluster'],
    // <pod>.<service>.<namespace>, for a namespace that the reader knows.
    ['https://minio-0.minio.shop', 'endpoint-in-cluster'],
    // Where no store is.
    ['https://localhost:9000', 'endpoint-local'],
    ['https://a.localhost', 'endpoint-local'],
    ['https://localhost.localdomain', 'endpoint-local'],
    ['https://127.0.0.1', 'endpoint-local'],
    ['https://127.1', 'endpoint-local'],
    ['https://１２７.0.0.1', 'endpoint-invalid'],
    ['https://ｌocalhost', 'endpoint-invalid'],
    ['https://127。0。0。1', 'endpoint-invalid'],
    ['https://2130706433', 'endpoint-local'],
    ['https://0177.0.0.1', 'endpoint-local'],
    ['https://0x7f.1', 'endpoint-local'],
    ['https://0', 'endpoint-local'],
    ['https://[::1]', 'endpoint-local'],
    ['https://[::]', 'endpoint-local'],
    ['https://[::ffff:127.0.0.1]', 'endpoint-local'],
    ['https://[::127.0.0.1]', 'endpoint-local'],
    ['https://[64:ff9b::7f00:1]', 'endpoint-local'],
    ['https://[2002:7f00:1::]', 'endpoint-local'],
    ['https://169.254.169.254', 'endpoint-local'],
    ['https://169.254.0.1', 'endpoint-local'],
    ['https://[::ffff:a9fe:a9fe]', 'endpoint-local'],
    ['https://[fe80::1]', 'endpoint-local'],
    ['https://[fd00:ec2::254]', 'endpoint-local'],
    ['https://100.100.100.200', 'endpoint-local'],
    ['https://metadata.google.internal', 'endpoint-local'],
    ['https://224.0.0.1', 'endpoint-local'],
    ['https://255.255.255.255', 'endpoint-local'],
    ['https://a.127.0.0.1.nip.io', 'endpoint-local'],
    // Private, and not listed.
    ['https://192.168.1.10', 'endpoint-private'],
    ['https://172.16.0.1', 'endpoint-private'],
    ['https://172.32.0.1', undefined],
    ['https://100.64.0.1', 'endpoint-private'],
    ['https://198.18.0.1', 'endpoint-private'],
    ['https://[fd13::1]', 'endpoint-private'],
    ['https://[::ffff:192.168.1.10]', 'endpoint-private'],
    ['https://nas.local', 'endpoint-private'],
    ['https://s3.corp.internal', 'endpoint-private'],
    ['https://s3.192-168-0-1.sslip.io', 'endpoint-private'],
    // Names that a pod takes for something in its cluster, whether it is there or not.
    ['https://minio.minio', 'endpoint-private'],
    ['https://minio.nowhere', 'endpoint-private'],
    ['https://minio.dev', 'endpoint-private'],
    ['https://minio-0.minio.minio', 'endpoint-private'],
    ['https://a.minio-0.minio.minio', 'endpoint-private'],
    ['https://store.home.arpa', 'endpoint-private'],
    // Any address may be meant.
    ['https://traefik.me', 'endpoint-private'],
    ['https://2a01-4f8--1.sslip.io', 'endpoint-private'],
    ['https://8.8.8.8.10-96-3-7.nip.io', 'endpoint-private'],
    ['https://8.8.8.8.0a600307.nip.io', 'endpoint-private'],
    // The preset of the service knows better.
    ['https://s3.eu-central-1.amazonaws.com', 'endpoint-known-service'],
    ['https://s3.eu-central-1.amazonaws.com.', 'endpoint-known-service'],
    ['https://fsn1.your-objectstorage.com', 'endpoint-known-service'],
    ['https://storage.googleapis.com', 'endpoint-known-service'],
    ['https://commondatastorage.googleapis.com', 'endpoint-known-service'],
    ['https://obs.myhuaweicloud.com', 'endpoint-known-service'],
  ])('of %s: %s', (endpoint, code) => {
    expect(refused(storage(endpoint), FLEET)).toEqual(
      code ? [`${code} storage.values.endpoint`] : [],
    );
  });

  it.each([
    ['https://203.0.113.80', 'Service minio/minio of cluster us-east'],
    ['https://203.0.113.7', 'a node of cluster eu-west'],
    ['https://10.244.3.4', 'in the range 10.244.0.0/16'],
  ])('tells administrators only what %s is', (endpoint, what) => {
    const message = (mayOnboardPlatform: boolean) =>
      planTenant(request(storage(endpoint)), { ...FLEET, mayOnboardPlatform })
        .refusals[0].message;
    expect(message(true)).toContain(what);
    expect(message(false)).toMatch(/ is an address inside cluster [a-z-]+$/);
  });

  it('takes a namespace of a name for one for administrators, who know of all', () => {
    const parts = storage('https://s3.example.dev');
    expect(refused(parts, { ...FLEET, mayOnboardPlatform: true })).toEqual([
      'endpoint-in-cluster storage.values.endpoint',
    ]);
  });

  it('never repeats what may be a password', () => {
    const result = planTenant(
      request(storage('https://key:pass-word@s3.example.com')),
      FLEET,
    );
    expect(JSON.stringify(result)).not.toContain('pass-word');
  });

  it('warns of a listed host that is spoken to in clear', () => {
    const parts = storage('http://10.1.2.3:9000');
    expect(refused(parts, FLEET)).toEqual([]);
    expect(warned(parts, FLEET)).toContain('endpoint-not-encrypted');
  });

  it('looks at the address in links, too', () => {
    const config = { publicUrl: 'https://169.254.169.254' };
    expect(
      refused(storage('https://s3.example.com', { config }), FLEET),
    ).toEqual(['endpoint-local storage.config.publicUrl']);
  });

  it('warns where the portal may not look, of an address that passes', () => {
    const clusters = [
      cluster('eu-west', { unlistedAddresses: ['nodes', 'services'] }),
    ];
    const snapshot = { ...FLEET, clusters };
    const code = 'endpoint-unchecked';
    expect(warned(storage('https://s3.example.com'), snapshot)).toContain(code);
    expect(warned(storage('https://10.1.2.3'), FLEET)).not.toContain(code);
    expect(warned(storage('https://minio'), snapshot)).not.toContain(code);
    expect(warned({}, snapshot)).not.toContain(code);
  });

  it('takes the ranges of the clusters that use the storage only', () => {
    const clusters = [{ cluster: 'us-east', namespaces: ['payments'] }];
    const parts = { ...storage('https://34.118.226.1'), clusters };
    expect(refused(parts, FLEET)).toEqual([]);
  });
});
