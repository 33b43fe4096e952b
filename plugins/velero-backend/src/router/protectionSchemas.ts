/** The parts of the OpenAPI document that tell of protection. */

const time = { type: 'string', format: 'date-time' } as const;
const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const seconds = { type: 'number', minimum: 0 } as const;
const freshness = {
  type: 'array',
  items: { $ref: '#/components/schemas/ClusterFreshness' },
} as const;

const toldReasons = {
  type: 'array',
  items: { $ref: '#/components/schemas/ToldReason' },
} as const;

const verdict = {
  state: {
    type: 'string',
    enum: ['protected', 'late', 'failing', 'partial', 'unprotected', 'unknown'],
  },
  reason: { $ref: '#/components/schemas/ProtectionReason' },
  sentence: text,
  lastGoodCopy: { $ref: '#/components/schemas/CopyReference' },
  ageSeconds: seconds,
  target: { $ref: '#/components/schemas/ProtectionTarget' },
  nextRun: { $ref: '#/components/schemas/NextRun' },
} as const;

export const protectionSchemas = {
  ProtectionReason: {
    type: 'object',
    additionalProperties: true,
    required: ['code'],
    properties: { code: text },
  },
  ToldReason: {
    type: 'object',
    additionalProperties: false,
    required: ['reason', 'sentence'],
    properties: { reason: verdict.reason, sentence: text },
  },
  ProtectionTarget: {
    type: 'object',
    additionalProperties: false,
    required: ['seconds', 'source'],
    properties: {
      seconds,
      source: { type: 'string', enum: ['annotation', 'policy', 'schedule'] },
    },
  },
  CopyReference: {
    type: 'object',
    additionalProperties: false,
    required: ['cluster', 'veleroNamespace', 'name', 'startedAt'],
    properties: {
      cluster: text,
      veleroNamespace: text,
      name: text,
      startedAt: time,
      expiresAt: time,
      schedule: text,
      location: text,
    },
  },
  NextRun: {
    type: 'object',
    additionalProperties: false,
    required: ['at', 'cluster', 'veleroNamespace', 'schedule'],
    properties: {
      at: time,
      cluster: text,
      veleroNamespace: text,
      schedule: text,
    },
  },
  CoveringSchedule: {
    type: 'object',
    additionalProperties: false,
    required: [
      'cluster',
      'veleroNamespace',
      'name',
      'cron',
      'extent',
      'active',
      'reasons',
    ],
    properties: {
      cluster: text,
      veleroNamespace: text,
      name: text,
      cron: text,
      extent: { type: 'string', enum: ['full', 'partial', 'none'] },
      active: { type: 'boolean' },
      reasons: toldReasons,
      lastRunAt: time,
      lastGoodCopyAt: time,
      nextRunAt: time,
    },
  },
  NamespaceProtection: {
    type: 'object',
    additionalProperties: false,
    required: ['namespace', 'state', 'reason', 'sentence', 'coveredBy', 'gaps'],
    properties: {
      ...verdict,
      cluster: text,
      namespace: text,
      coveredBy: {
        type: 'array',
        items: { $ref: '#/components/schemas/CoveringSchedule' },
      },
      gaps: toldReasons,
    },
  },
  Protection: {
    type: 'object',
    additionalProperties: false,
    required: ['state', 'reason', 'sentence', 'namespaces', 'clusters'],
    properties: {
      ...verdict,
      namespaces: {
        type: 'array',
        items: { $ref: '#/components/schemas/NamespaceProtection' },
      },
      clusters: freshness,
    },
  },
  HistoryDay: {
    type: 'object',
    additionalProperties: false,
    required: ['date', 'state', 'ok', 'partial', 'failed'],
    properties: {
      date: { type: 'string', format: 'date' },
      state: {
        type: 'string',
        enum: ['ok', 'partial', 'failed', 'none', 'unknown'],
      },
      ok: count,
      partial: count,
      failed: count,
    },
  },
  History: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'clusters'],
    properties: {
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/HistoryDay' },
      },
      clusters: freshness,
    },
  },
} as const;
