import { Entity } from '@backstage/catalog-model';
import {
  BackupDetails,
  BackupOption,
  BackupOptionsResponse,
  BackupSummary,
  ClaimedNamespace,
  ClusterFreshness,
  CreatedBackup,
  EntityResponse,
  HistoryResponse,
  LocationSummary,
  NamespaceProtection,
  ProtectionResponse,
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

/** A server with one namespace that can be chosen, and one location. */
export function backupOption(
  overrides: Partial<BackupOption> = {},
): BackupOption {
  return {
    cluster: 'eu-west',
    veleroNamespace: 'velero',
    namespaces: [{ namespace: 'payments' }],
    locations: [
      {
        name: 'default',
        bucket: 'payments-backups',
        prefix: 'eu-west',
        accessMode: 'ReadWrite',
        default: true,
        phase: 'Available',
      },
    ],
    storageLocation: 'default',
    keepFor: '720h',
    ...overrides,
  };
}

export function backupOptions(
  overrides: Partial<BackupOptionsResponse> = {},
): BackupOptionsResponse {
  return {
    items: [backupOption()],
    quota: { limit: 6, left: 6 },
    clusters: [cluster()],
    namespaces: [provenNamespace],
    ...overrides,
  };
}

export function createdBackup(
  overrides: Partial<CreatedBackup> = {},
): CreatedBackup {
  return {
    cluster: 'eu-west',
    veleroNamespace: 'velero',
    name: 'payments-api-eu-west-20261123094112',
    namespaces: ['payments'],
    storageLocation: 'default',
    keepFor: '720h',
    volumes: 'default',
    ...overrides,
  };
}

/** A namespace that one schedule covers in full. */
export function namespaceProtection(
  overrides: Partial<NamespaceProtection> = {},
): NamespaceProtection {
  return {
    cluster: 'eu-west',
    namespace: 'payments',
    state: 'protected',
    reason: { code: 'in-time' },
    sentence: 'Protected. Last good copy 3 hours ago, next at 14:00 UTC.',
    coveredBy: [
      {
        cluster: 'eu-west',
        veleroNamespace: 'velero',
        name: 'payments-daily',
        cron: '0 2 * * *',
        extent: 'full',
        active: true,
        reasons: [],
        lastGoodCopyAt: minutesAgo(180),
        nextRunAt: minutesAgo(-60),
      },
    ],
    gaps: [],
    ...overrides,
  };
}

export function protection(
  overrides: Partial<ProtectionResponse> = {},
): ProtectionResponse {
  const namespaces = overrides.namespaces ?? [namespaceProtection()];
  const { state, reason, sentence } = namespaces[0];
  return {
    state,
    reason,
    sentence,
    lastGoodCopy: {
      cluster: 'eu-west',
      veleroNamespace: 'velero',
      name: 'payments-daily-20261123020000',
      startedAt: minutesAgo(180),
    },
    ageSeconds: 10_800,
    target: { seconds: 97_200, source: 'schedule' },
    clusters: [cluster()],
    ...overrides,
    namespaces,
  };
}

/** Thirty days, of which the last ones went as told; the last state is today's. */
export function history(
  states: HistoryResponse['items'][number]['state'][] = [],
): HistoryResponse {
  const all = [...Array(30 - states.length).fill('ok'), ...states];
  return {
    items: all.map((state, i) => ({
      date: minutesAgo((29 - i) * 24 * 60).slice(0, 10),
      state,
      ok: state === 'ok' ? 24 : 0,
      partial: 0,
      failed: state === 'failed' ? 2 : 0,
    })),
    clusters: [cluster()],
  };
}
