import {
  FleetSnapshot,
  planTenant,
  TenantPlanResponse,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import { TenantFormData } from '../components/Onboarding/TenantFormData';

/** A form that is filled in. */
export function tenantForm(overrides: TenantFormData = {}): TenantFormData {
  return {
    tenant: 'payments',
    owner: 'group:default/payments',
    clusters: [{ cluster: 'eu-west', namespaces: ['payments'] }],
    storage: { provider: 'aws-s3', values: { region: 'eu-central-1' } },
    credential: { given: {} },
    ...overrides,
  };
}

const fleet: FleetSnapshot = {
  now: '2026-11-23T09:00:00Z',
  clusters: [
    {
      name: 'eu-west',
      reachable: true,
      veleros: [{ namespace: 'velero', version: 'v1.18.3' }],
      namespaces: ['payments'],
      provenNamespaces: ['payments'],
    },
  ],
  locations: [],
  schedules: [],
  isOwner: true,
  mayOnboardPlatform: false,
  settings: {
    portal: 'portal',
    privateHosts: [],
    plainHttpHosts: [],
    excludedNamespaces: [],
    sharedSecrets: [],
    serverIdentityForTenants: false,
  },
};

/** What the backend says of a request on a fleet of one cluster that has nothing yet. */
export function tenantPlan(
  overrides: Partial<TenantPlanResponse> = {},
): TenantPlanResponse {
  const { tenant, owner, clusters, storage } = tenantForm();
  const request: TenantRequest = {
    tenant: tenant!,
    owner: owner!,
    scope: 'tenant',
    clusters: clusters!,
    storage: { ...storage, credential: { given: {} } },
  };
  return {
    ...planTenant(request, fleet),
    changes: [
      {
        cluster: 'eu-west',
        kind: 'BackupStorageLocation',
        name: 'payments--eu-west',
        change: 'create',
      },
    ],
    manifests: [],
    ...overrides,
  };
}

/** An answer of the backend to what cannot be planned. */
export function refusedPlan(
  ...refusals: TenantPlanResponse['refusals']
): TenantPlanResponse {
  return { refusals, warnings: [], changes: [], manifests: [] };
}
