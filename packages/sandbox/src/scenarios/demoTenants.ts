import { BackupSpec, BackupStorageLocation } from '../velero/VeleroObjects';

/** Where a tenant is. */
export interface DemoPlace {
  cluster: 'eu-west' | 'us-east' | 'edge-lab';
  namespaces: string[];
  /** A schedule that fires while one watches. */
  live?: { what: string; schedule: string };
}

/** Somebody who keeps backups in a bucket of their own. */
export interface DemoTenant {
  name: string;
  bucket: string;
  places: DemoPlace[];
  storage: Pick<
    NonNullable<BackupStorageLocation['spec']>,
    'provider' | 'config'
  >;
}

/** A kind of schedule that every tenant has. */
export interface DemoPlan {
  what: string;
  cron: (minute: number) => string;
  template: BackupSpec;
}

export const DEMO_TENANTS: DemoTenant[] = [
  {
    name: 'payments',
    bucket: 'payments-backups',
    places: [
      {
        cluster: 'eu-west',
        namespaces: ['payments', 'payments-db'],
        live: { what: 'ledger', schedule: '*/3 * * * *' },
      },
      { cluster: 'us-east', namespaces: ['payments', 'payments-db'] },
    ],
    storage: {
      provider: 'aws',
      config: {
        region: 'auto',
        s3Url: 'https://0a1b2c3d4e5f.r2.cloudflarestorage.com',
        checksumAlgorithm: '',
      },
    },
  },
  {
    name: 'shop',
    bucket: 'shop-backups',
    places: [
      {
        cluster: 'eu-west',
        namespaces: ['shop'],
        live: { what: 'carts', schedule: '*/5 * * * *' },
      },
    ],
    storage: { provider: 'aws', config: { region: 'eu-west-1' } },
  },
  {
    name: 'analytics',
    bucket: 'analytics-backups',
    places: [
      {
        cluster: 'edge-lab',
        namespaces: ['analytics'],
        live: { what: 'events', schedule: '*/4 * * * *' },
      },
    ],
    storage: {
      provider: 'gcp',
      config: {
        serviceAccount: 'velero@analytics-demo.iam.gserviceaccount.com',
      },
    },
  },
];

export const DEMO_PLANS: DemoPlan[] = [
  {
    what: 'all',
    cron: minute => `${minute} 2 * * *`,
    template: {
      excludedResources: ['events', 'events.events.k8s.io'],
      ttl: '720h0m0s',
    },
  },
  {
    what: 'databases',
    cron: minute => `${minute} * * * *`,
    template: {
      labelSelector: { matchLabels: { tier: 'database' } },
      ttl: '168h0m0s',
    },
  },
  {
    what: 'secrets',
    cron: minute => `${minute} 2 * * *`,
    template: { includedResources: ['secrets'], ttl: '2160h0m0s' },
  },
  {
    what: 'volumes',
    cron: minute => `${minute} 2 * * *`,
    template: {
      includedResources: ['persistentvolumeclaims', 'persistentvolumes'],
      snapshotVolumes: true,
      ttl: '336h0m0s',
    },
  },
];

/** Kept shortly: it fires every few minutes. */
export const LIVE_TTL = '2h0m0s';
