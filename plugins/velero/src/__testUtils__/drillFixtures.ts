import {
  DrillRecord,
  DrillSchedule,
  DrillsResponse,
} from 'backstage-plugin-velero-common';
import { minutesAgo } from './fixtures';
import { REQUEST_ID } from './restoreFixtures';

const DAY = 24 * 60;

export function drillRecord(overrides: Partial<DrillRecord> = {}): DrillRecord {
  return {
    proven: true,
    reasons: [],
    limits: [],
    duration: 4 * 60_000,
    endedAt: minutesAgo(3 * DAY),
    itemsRestored: 12,
    itemsInBackup: 40,
    warnings: 0,
    errors: 0,
    request: REQUEST_ID,
    backup: {
      cluster: 'eu-west',
      veleroNamespace: 'velero',
      name: 'payments-daily-20261123020000',
    },
    namespaces: ['payments'],
    ...overrides,
  };
}

export function drillSchedule(
  overrides: Partial<DrillSchedule> = {},
): DrillSchedule {
  return {
    cluster: 'eu-west',
    namespaces: ['payments'],
    cron: '0 3 * * 1',
    requester: 'user:default/payments-owner',
    createdAt: minutesAgo(60),
    nextRunAt: minutesAgo(-4 * DAY - 1),
    ...overrides,
  };
}

export function drills(
  overrides: Partial<DrillsResponse> = {},
): DrillsResponse {
  return {
    namespaces: [{ cluster: 'eu-west', namespace: 'payments' }],
    ...overrides,
  };
}
