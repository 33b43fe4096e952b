import {
  text,
  time,
  count,
  statement,
  wish,
  name,
  approvalRule,
  policy,
  spec,
  check,
  fact,
  summary,
  needed,
} from './restoreSchemaParts';
import { freshness } from './schemas';

const events = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['seq', 'at', 'type', 'hash'],
    properties: {
      seq: count,
      at: time,
      type: text,
      actor: text,
      text,
      hash: text,
    },
  },
} as const;

/** The schemas of the OpenAPI document that tell of restores by request. */
export const restoreSchemas = {
  RestoreState: {
    type: 'string',
    enum: [
      'pending',
      'approved',
      'submitting',
      'running',
      'unknown',
      'succeeded',
      'partially-failed',
      'failed',
      'rejected',
      'cancelled',
      'expired',
      'stale',
    ],
  },
  RestorePreviewQuery: {
    type: 'object',
    additionalProperties: false,
    required: ['wish'],
    properties: { wish, entityRef: name },
  },
  RestorePolicyQuestion: {
    type: 'object',
    additionalProperties: false,
    required: ['wish'],
    properties: {
      wish,
      userRef: name,
      policies: {
        type: 'array',
        description: 'As `velero.restores.policies` of the configuration',
        items: { type: 'object' },
      },
    },
  },
  NewRestoreRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['wish', 'key'],
    properties: {
      wish,
      entityRef: name,
      key: {
        type: 'string',
        minLength: 8,
        maxLength: 128,
        pattern: '^[\\w.:-]+$',
      },
    },
  },
  RestoreDecision: {
    type: 'object',
    additionalProperties: false,
    properties: { text: statement },
  },
  RestoreStatement: {
    type: 'object',
    additionalProperties: false,
    required: ['text'],
    properties: { text: statement },
  },
  RestorePreview: {
    type: 'object',
    additionalProperties: false,
    required: ['allow', 'checks', 'reasons', 'approvals', 'kinds'],
    properties: {
      allow: { type: 'boolean' },
      policy,
      checks: { type: 'array', items: check },
      reasons: { type: 'array', items: text },
      approvals: { type: 'array', items: approvalRule },
      kinds: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['groupVersionKind', 'count'],
          properties: {
            groupVersionKind: text,
            resource: text,
            count,
            left: text,
          },
        },
      },
      volumes: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['namespace', 'claim', 'dataMoved'],
          properties: {
            namespace: text,
            claim: text,
            method: text,
            dataMoved: { type: 'boolean' },
            bytes: count,
          },
        },
      },
      facts: {
        type: 'array',
        description: 'Absent for whoever may not know',
        items: fact,
      },
      spec,
      modifiers: { type: 'array', items: text },
      notBefore: time,
    },
  },
  RestoreOptions: {
    type: 'object',
    additionalProperties: false,
    required: ['request', 'approve', 'audit', 'administrator', 'wholeBackup'],
    properties: {
      request: { type: 'boolean' },
      approve: { type: 'boolean' },
      audit: { type: 'boolean' },
      administrator: { type: 'boolean' },
      wholeBackup: { type: 'boolean' },
    },
  },
  RestoreRequestChecks: {
    type: 'object',
    additionalProperties: false,
    required: ['allow', 'checks', 'stale'],
    properties: {
      allow: { type: 'boolean' },
      checks: { type: 'array', items: check },
      stale: { type: 'array', items: text },
      facts: {
        type: 'array',
        description: 'Absent for whoever may not know',
        items: fact,
      },
      notBefore: time,
    },
  },
  RestoreRequestSummary: {
    type: 'object',
    additionalProperties: false,
    required: needed,
    properties: summary,
  },
  RestoreRequestEvents: {
    type: 'object',
    additionalProperties: false,
    required: ['items'],
    properties: { items: events },
  },
  RestoreRequestDetails: {
    type: 'object',
    additionalProperties: false,
    required: [
      ...needed,
      'spec',
      'policy',
      'approvals',
      'events',
      'mayApprove',
      'mayCancel',
      'mayCheck',
    ],
    properties: {
      ...summary,
      spec,
      policy,
      approvals: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'given', 'isMet'],
          properties: {
            rule: approvalRule,
            given: { type: 'array', items: text },
            isMet: { type: 'boolean' },
          },
        },
      },
      events,
      cluster: {
        type: 'object',
        description:
          'How far what is said of its cluster can be trusted; absent once it has ended',
        additionalProperties: false,
        required: ['name', 'state'],
        properties: freshness,
      },
      mayApprove: { type: 'boolean' },
      mayCancel: { type: 'boolean' },
      mayCheck: { type: 'boolean' },
    },
  },
} as const;
