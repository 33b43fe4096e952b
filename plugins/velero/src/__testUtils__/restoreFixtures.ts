import {
  RestoreOptionsResponse,
  RestorePreview,
  RestoreRequestChecks,
  RestoreRequestDetails,
  RestoreRequestsResponse,
  RestoreRequestSummary,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { minutesAgo } from './fixtures';

export const REQUEST_ID = '2f6f1a52-8c1c-4b1b-9c0a-6a9f0f1d2e3f';

export function wish(overrides: Partial<RestoreWish> = {}): RestoreWish {
  return {
    backup: {
      cluster: 'eu-west',
      veleroNamespace: 'velero',
      name: 'payments-daily-20261123020000',
    },
    namespaces: [{ source: 'payments', target: 'payments-restore-1' }],
    volumes: 'restore',
    existing: 'none',
    reason: 'A table was dropped',
    ...overrides,
  };
}

export function preview(
  overrides: Partial<RestorePreview> = {},
): RestorePreview {
  return {
    allow: true,
    policy: { id: 'default' },
    checks: [
      { id: 'policy', level: 'ok', message: "Policy 'default' decides" },
      {
        id: 'target',
        level: 'ok',
        subject: 'payments-restore-1',
        message: "Namespace 'payments-restore-1' will be new",
      },
      {
        id: 'volumes',
        level: 'warn',
        message: 'Claims keep their data',
        remedy: 'Restore to a new namespace',
      },
    ],
    reasons: [],
    approvals: [],
    kinds: [
      { groupVersionKind: 'v1/ConfigMap', resource: 'configmaps', count: 42 },
      {
        groupVersionKind: 'v1/Pod',
        resource: 'pods',
        count: 15,
        left: 'hooks',
      },
    ],
    spec: {
      backupName: 'payments-daily-20261123020000',
      includedNamespaces: ['payments'],
      namespaceMapping: { payments: 'payments-restore-1' },
      includedResources: ['configmaps'],
      restorePVs: true,
      existingResourcePolicy: 'none',
      itemOperationTimeout: '4h0m0s',
    },
    ...overrides,
  };
}

/** What somebody who is no administrator may do. */
export function restoreOptions(
  overrides: Partial<RestoreOptionsResponse> = {},
): RestoreOptionsResponse {
  return {
    request: true,
    approve: true,
    audit: false,
    administrator: false,
    wholeBackup: false,
    ...overrides,
  };
}

export function requestChecks(
  overrides: Partial<RestoreRequestChecks> = {},
): RestoreRequestChecks {
  return { allow: true, checks: preview().checks, stale: [], ...overrides };
}

export function requestSummary(
  overrides: Partial<RestoreRequestSummary> = {},
): RestoreRequestSummary {
  return {
    id: REQUEST_ID,
    state: 'pending',
    requester: 'user:default/payments-owner',
    entityRef: 'component:default/payments-api',
    wish: wish(),
    createdAt: minutesAgo(10),
    updatedAt: minutesAgo(10),
    dueAt: minutesAgo(-60),
    ...overrides,
  };
}

export function requestDetails(
  overrides: Partial<RestoreRequestDetails> = {},
): RestoreRequestDetails {
  const { state } = requestSummary(overrides);
  return {
    ...requestSummary(),
    spec: preview().spec!,
    policy: { id: 'default', title: 'The usual' },
    approvals: [
      {
        rule: { from: ['owner', 'platform'], count: 1 },
        given: [],
        isMet: false,
      },
    ],
    events: [
      {
        seq: 1,
        at: minutesAgo(10),
        type: 'requested',
        actor: 'user:default/payments-owner',
        hash: 'a',
      },
    ],
    mayApprove: false,
    mayCancel: false,
    mayCheck: ['pending', 'approved'].includes(state),
    ...overrides,
  };
}

export function requests(
  items: RestoreRequestSummary[] = [],
  nextCursor?: string,
): RestoreRequestsResponse {
  return { items, pageInfo: nextCursor ? { nextCursor } : {} };
}
