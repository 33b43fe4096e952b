import {
  FleetCluster,
  FleetSnapshot,
  OnboardingSettings,
} from '../FleetSnapshot';
import { TenantRequest } from '../TenantRequest';

export const ACCOUNT = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

export function settings(
  parts: Partial<OnboardingSettings> = {},
): OnboardingSettings {
  return {
    portal: 'acme',
    privateHosts: [],
    plainHttpHosts: [],
    excludedNamespaces: [],
    sharedSecrets: [],
    serverIdentityForTenants: false,
    ...parts,
  };
}

export function cluster(
  name: string,
  parts: Partial<FleetCluster> = {},
): FleetCluster {
  return {
    name,
    reachable: true,
    veleros: [
      {
        namespace: 'velero',
        version: 'v1.18.3',
        objectStores: ['velero.io/aws', 'velero.io/gcp'],
        zone: 'UTC',
        nodeAgent: true,
      },
    ],
    provenNamespaces: ['payments', 'payments-db'],
    ...parts,
  };
}

export function fleet(parts: Partial<FleetSnapshot> = {}): FleetSnapshot {
  return {
    now: '2026-11-29T10:00:00.000Z',
    clusters: [cluster('eu-west'), cluster('us-east')],
    locations: [],
    schedules: [],
    isOwner: true,
    mayOnboardPlatform: false,
    settings: settings(),
    ...parts,
  };
}

export function request(parts: Partial<TenantRequest> = {}): TenantRequest {
  return {
    tenant: 'payments',
    owner: 'group:default/payments',
    scope: 'tenant',
    storage: {
      provider: 'cloudflare-r2',
      values: { accountId: ACCOUNT },
      credential: { given: {} },
    },
    clusters: [{ cluster: 'eu-west', namespaces: ['payments'] }],
    ...parts,
  };
}

/** Two regions. */
export const BOTH = [
  { cluster: 'eu-west', namespaces: ['payments', 'payments-db'] },
  { cluster: 'us-east', namespaces: ['payments'] },
];
