import {
  HistoryResponse,
  NamespaceProtection,
  ProtectionResponse,
} from 'backstage-plugin-velero-common';
import { cluster, minutesAgo } from './fixtures';

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
