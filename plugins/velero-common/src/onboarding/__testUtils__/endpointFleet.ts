import { TenantStorage } from '../TenantRequest';
import { cluster, fleet, settings } from './onboardingFleet';

/** Storage at an address that somebody types. */
export function storage(endpoint: string, parts: Partial<TenantStorage> = {}) {
  return {
    storage: {
      provider: 'other-s3' as const,
      values: { endpoint },
      credential: { given: {} },
      ...parts,
    },
  };
}

/** Clusters that have addresses of all sorts. */
export const FLEET = fleet({
  clusters: [
    cluster('eu-west', {
      namespaces: ['payments', 'minio', 'shop', 'dev', 'velero'],
      provenNamespaces: ['payments', 'shop'],
      serviceRanges: ['10.96.0.0/12', 'fd00:96::/112', '34.118.224.0/20'],
      podRanges: ['10.244.0.0/16'],
      nodeAddresses: ['203.0.113.7', 'node-1.eu.example.com'],
    }),
    cluster('us-east', {
      addresses: [
        {
          title: 'Service minio/minio',
          hosts: ['203.0.113.80', 'lb-1.cloud.example'],
        },
        { title: 'Ingress minio/s3', hosts: ['*.apps.us.example.com'] },
      ],
    }),
  ],
  settings: settings({
    privateHosts: [
      '10.0.0.0/8',
      'store.corp.internal',
      '*.dc.local',
      'store.corp',
      'fd12::/16',
    ],
    plainHttpHosts: ['10.1.2.3'],
  }),
});
