import { TenantLocation, TenantSummary } from 'backstage-plugin-velero-common';

export const PAYMENTS = 'group:default/payments';

export function location(
  overrides: Partial<TenantLocation> = {},
): TenantLocation {
  return {
    name: 'payments--eu',
    provider: 'aws',
    service: 'aws-s3',
    region: 'eu-central-1',
    bucket: 'payments-backups',
    prefix: 'eu',
    accessMode: 'ReadWrite',
    phase: 'Available',
    ...overrides,
  };
}

/** A tenant in one cluster. */
export function tenant(
  overrides: Partial<TenantSummary> & {
    namespaces?: string[];
    locations?: TenantLocation[];
  } = {},
): TenantSummary {
  const {
    namespaces = ['payments'],
    locations = [location()],
    ...rest
  } = overrides;
  return {
    tenant: 'payments',
    owner: PAYMENTS,
    scope: 'tenant',
    clusters: [
      {
        cluster: 'eu',
        veleroNamespace: 'velero',
        namespaces,
        schedules: ['payments--eu--all'],
        locations,
      },
    ],
    ...rest,
  };
}
