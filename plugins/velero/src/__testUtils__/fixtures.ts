import { Entity } from '@backstage/catalog-model';
import {
  BackupDetails,
  BackupSummary,
  ClaimedNamespace,
  ClusterFreshness,
  EntityResponse,
  LocationSummary,
  RestoreDetails,
  RestoreSummary,
  ScheduleSummary,
} from 'backstage-plugin-velero-common';

export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments-api',
    namespace: 'default',
    annotations: { 'velero.io/namespaces': 'eu-west/payments' },
  },
  spec: { type: 'service', owner: 'group:default/payments' },
};

export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

export function cluster(
  overrides: Partial<ClusterFreshness> = {},
): ClusterFreshness {
  return {
    name: 'eu-west',
    state: 'live',
    syncedAt: minutesAgo(3),
    ...overrides,
  };
}

export const provenNamespace: ClaimedNamespace = {
  cluster: 'eu-west',
  namespace: 'payments',
  proven: true,
};

export const unprovenNamespace: ClaimedNamespace = {
  cluster: 'us-east',
  namespace: 'payments',
  proven: false,
  howToProve:
    'kubectl --context us-east annotate namespace payments backstage.io/owner=group:default/payments',
};

export function backup(overrides: Partial<BackupSummary> = {}): BackupSummary {
  return {
    cluster: 'eu-west',
    veleroNamespace: 'velero',
    name: 'payments-daily-20261123020000',
    phase: 'Completed',
    lifecycle: 'finished',
    outcome: 'ok',
    startedAt: minutesAgo(180),
    completedAt: minutesAgo(177),
    expiresAt: minutesAgo(-60 * 24 * 29.5),
    itemsDone: 120,
    itemsTotal: 120,
    warnings: 0,
    errors: 0,
    schedule: 'payments-daily',
    location: {
      name: 'default',
      provider: 'aws',
      bucket: 'payments-backups',
      prefix: 'eu-west',
      accessMode: 'ReadWrite',
      place: 'a-place',
    },
    origin: 'this-cluster',
    namespaces: ['payments'],
    shared: false,
    ...overrides,
  };
}

export function backupDetails(
  overrides: Partial<BackupDetails> = {},
): BackupDetails {
  return {
    ...backup(),
    uid: '0b9a4c1e-7f0e-4d07-9c44-4a3f3f0d8f11',
    validationErrors: [],
    ttl: '720h0m0s',
    spec: { includedNamespaces: ['payments'], ttl: '720h0m0s' },
    labels: { 'velero.io/schedule-name': 'payments-daily' },
    annotations: {},
    freshness: cluster(),
    ...overrides,
  };
}

export function schedule(
  overrides: Partial<ScheduleSummary> = {},
): ScheduleSummary {
  return {
    cluster: 'eu-west',
    veleroNamespace: 'velero',
    name: 'payments-daily',
    phase: 'Enabled',
    cron: '0 2 * * *',
    paused: false,
    lastBackupAt: minutesAgo(180),
    ttl: '720h0m0s',
    location: { name: 'default' },
    validationErrors: [],
    namespaces: ['payments'],
    shared: false,
    ...overrides,
  };
}

export function restore(
  overrides: Partial<RestoreSummary> = {},
): RestoreSummary {
  return {
    cluster: 'eu-west',
    veleroNamespace: 'velero',
    name: 'payments-again',
    phase: 'Completed',
    lifecycle: 'finished',
    outcome: 'ok',
    backup: 'payments-daily-20261122020000',
    startedAt: minutesAgo(600),
    completedAt: minutesAgo(598),
    itemsDone: 120,
    itemsTotal: 120,
    warnings: 1,
    namespaces: [{ source: 'payments', target: 'payments' }],
    shared: false,
    validationErrors: [],
    ...overrides,
  };
}

export function restoreDetails(
  overrides: Partial<RestoreDetails> = {},
): RestoreDetails {
  return {
    ...restore(),
    uid: '5d1c0b3e-9a55-4c1f-8f59-6f0f6f8f7a10',
    location: 'default',
    spec: { backupName: 'payments-daily-20261122020000' },
    labels: {},
    freshness: cluster(),
    ...overrides,
  };
}

export function location(
  overrides: Partial<LocationSummary> = {},
): LocationSummary {
  return {
    cluster: 'eu-west',
    veleroNamespace: 'velero',
    name: 'default',
    provider: 'aws',
    bucket: 'payments-backups',
    prefix: 'eu-west',
    accessMode: 'ReadWrite',
    default: true,
    phase: 'Available',
    lastValidatedAt: minutesAgo(1),
    lastSyncedAt: minutesAgo(1),
    ...overrides,
  };
}

export function answer<TItem>(
  items: TItem[],
  overrides: Partial<EntityResponse<TItem>> = {},
): EntityResponse<TItem> {
  return {
    items,
    totalItems: items.length,
    pageInfo: {},
    clusters: [cluster()],
    namespaces: [provenNamespace],
    ...overrides,
  };
}
