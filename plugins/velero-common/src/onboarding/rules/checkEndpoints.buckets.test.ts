import { FLEET, storage } from '../__testUtils__/endpointFleet';
import { refused } from '../__testUtils__/found';
import { settings } from '../__testUtils__/onboardingFleet';

describe('checkEndpoints, of a bucket in the host name', () => {
  it.each([
    // The Ingress *.apps.us.example.com, and the one of the bucket.
    ['https://apps.us.example.com', 'payments-backups', 'endpoint-in-cluster'],
    ['https://apps.us.example.com.', 'payments-backups', 'endpoint-in-cluster'],
    ['https://obj.example.com', 'payments-backups', 'endpoint-in-cluster'],
    ['https://obj.example.com', 'other-backups', undefined],
    ['https://shop.pod.k8s.example.com', '10-244-3-7', 'endpoint-in-cluster'],
    ['https://shop.pod.k8s.example.com', 'payments-backups', undefined],
    ['https://minio.shop', 'minio-0', 'endpoint-private'],
    ['https://s3.example.com', 'payments-backups', undefined],
    // Told by the host alone.
    ['https://minio.minio.svc', 'payments-backups', 'endpoint-in-cluster'],
    // A bucket stands before no address of numbers, and a store on premises is listed by its host.
    ['https://198.51.100.4', 'payments-backups', undefined],
    ['https://[2a01:4f8::1]', 'payments-backups', undefined],
    ['https://store.corp.internal', 'payments-backups', undefined],
    ['https://store.corp', 'payments-backups', undefined],
    // Listed or not, what lies in a cluster is refused.
    ['https://lb.corp.internal', 'payments-backups', 'endpoint-in-cluster'],
    ['https://sslip.io', '10-96-3-7', 'endpoint-in-cluster'],
  ])('of %s with the bucket %s in the host: %s', (endpoint, bucket, code) => {
    const hosts = [
      'payments-backups.obj.example.com',
      'payments-backups.lb.corp.internal',
    ];
    const [eu, us] = FLEET.clusters;
    const ingress = { title: 'Ingress minio/own', hosts };
    const snapshot = {
      ...FLEET,
      clusters: [{ ...eu, addresses: [ingress] }, us],
      settings: settings({
        privateHosts: [
          ...FLEET.settings.privateHosts,
          'lb.corp.internal',
          'sslip.io',
        ],
      }),
    };
    const values = { endpoint, addressing: 'virtual-host' };
    expect(refused(storage(endpoint, { bucket, values }), snapshot)).toEqual(
      code ? [`${code} storage.values.endpoint`] : [],
    );
    expect(
      refused(
        storage('https://s3.example.com', {
          bucket,
          values: { ...values, endpoint: 'https://s3.example.com' },
          config: { publicUrl: endpoint },
        }),
        snapshot,
      ),
    ).toEqual(code ? [`${code} storage.config.publicUrl`] : []);
  });

  it('looks at no host with a bucket that stands in the path', () => {
    const parts = { bucket: '10-244-3-7' };
    expect(
      refused(storage('https://shop.pod.k8s.example.com', parts), FLEET),
    ).toEqual([]);
  });
});
