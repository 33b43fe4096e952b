/** Parts of the OpenAPI document that several answers share. Times are ISO 8601 in UTC. */

const time = { type: 'string', format: 'date-time' } as const;
const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const count = { type: 'integer', minimum: 0 } as const;

export const freshness = {
  name: text,
  title: text,
  state: {
    type: 'string',
    enum: [
      'live',
      'syncing',
      'stale',
      'unreachable',
      'unauthorized',
      'forbidden',
      'not-installed',
    ],
  },
  syncedAt: time,
  staleSince: time,
  reason: text,
} as const;

export const location = {
  name: text,
  provider: text,
  bucket: text,
  prefix: text,
  accessMode: { type: 'string', enum: ['ReadWrite', 'ReadOnly'] },
  place: text,
} as const;

const services = [
  'aws-s3',
  'cloudflare-r2',
  'google-gcs',
  'hetzner',
  'huawei-obs',
  'oci',
] as const;

const reach = {
  namespaces: texts,
  shared: { type: 'boolean' },
} as const;

const key = { cluster: text, veleroNamespace: text, name: text } as const;

const progress = {
  phase: text,
  lifecycle: {
    type: 'string',
    enum: ['waiting', 'running', 'finished', 'deleting'],
  },
  outcome: { type: 'string', enum: ['ok', 'partial', 'failed', 'invalid'] },
  startedAt: time,
  completedAt: time,
  createdAt: time,
  itemsDone: count,
  itemsTotal: count,
  warnings: count,
  errors: count,
} as const;

const tally = {
  type: 'object',
  additionalProperties: false,
  required: ['attempted'],
  properties: { attempted: count, completed: count, failed: count },
} as const;

/** What is told of a backup or restore when it is asked for by its name. */
const details = {
  uid: text,
  nativeSnapshots: tally,
  csiSnapshots: tally,
  operations: tally,
  hooks: tally,
  spec: { type: 'object', additionalProperties: true },
  labels: { type: 'object', additionalProperties: text },
  freshness: { $ref: '#/components/schemas/ClusterFreshness' },
} as const;

const backup = {
  ...key,
  ...reach,
  ...progress,
  expiresAt: time,
  queuePosition: count,
  schedule: text,
  location: { $ref: '#/components/schemas/LocationReference' },
  origin: {
    type: 'string',
    enum: ['this-cluster', 'other-cluster', 'unknown'],
  },
  originCluster: text,
} as const;

const backupRequired = [
  'cluster',
  'veleroNamespace',
  'name',
  'phase',
  'lifecycle',
  'origin',
  'namespaces',
  'shared',
] as const;

const restore = {
  ...key,
  ...progress,
  backup: text,
  schedule: text,
  existingResourcePolicy: text,
  restorePVs: { type: 'boolean' },
  namespaces: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      properties: { source: text, target: text },
    },
  },
  shared: { type: 'boolean' },
  failureReason: text,
  validationErrors: texts,
} as const;

const restoreRequired = [
  'cluster',
  'veleroNamespace',
  'name',
  'phase',
  'lifecycle',
  'namespaces',
  'shared',
  'validationErrors',
] as const;

export const schemas = {
  ClusterFreshness: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'state'],
    properties: freshness,
  },
  ClusterSummary: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'state', 'veleroNamespaces'],
    properties: { ...freshness, veleroVersion: text, veleroNamespaces: texts },
  },
  ClaimedNamespace: {
    type: 'object',
    additionalProperties: false,
    required: ['namespace', 'proven'],
    properties: {
      cluster: text,
      namespace: text,
      proven: { type: 'boolean' },
      howToProve: text,
      problem: text,
    },
  },
  LocationReference: {
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: location,
  },
  PageInfo: {
    type: 'object',
    additionalProperties: false,
    properties: { nextCursor: text },
  },
  BackupSummary: {
    type: 'object',
    additionalProperties: false,
    required: backupRequired,
    properties: backup,
  },
  BackupDetails: {
    type: 'object',
    additionalProperties: false,
    required: [
      ...backupRequired,
      'validationErrors',
      'spec',
      'labels',
      'annotations',
      'freshness',
    ],
    properties: {
      ...backup,
      ...details,
      validationErrors: texts,
      failureReason: text,
      ttl: text,
      formatVersion: text,
      annotations: { type: 'object', additionalProperties: text },
    },
  },
  RestoreSummary: {
    type: 'object',
    additionalProperties: false,
    required: restoreRequired,
    properties: restore,
  },
  RestoreDetails: {
    type: 'object',
    additionalProperties: false,
    required: [...restoreRequired, 'spec', 'labels', 'freshness'],
    properties: {
      ...restore,
      ...details,
      location: text,
    },
  },
  ScheduleSummary: {
    type: 'object',
    additionalProperties: false,
    required: [
      'cluster',
      'veleroNamespace',
      'name',
      'phase',
      'cron',
      'paused',
      'validationErrors',
      'namespaces',
      'shared',
    ],
    properties: {
      ...key,
      ...reach,
      phase: text,
      cron: text,
      paused: { type: 'boolean' },
      lastBackupAt: time,
      ttl: text,
      location: { $ref: '#/components/schemas/LocationReference' },
      validationErrors: texts,
    },
  },
  LocationSummary: {
    type: 'object',
    additionalProperties: false,
    required: ['cluster', 'veleroNamespace', 'name', 'default', 'phase'],
    properties: {
      ...location,
      ...key,
      default: { type: 'boolean' },
      phase: text,
      message: text,
      service: { type: 'string', enum: services },
      lastValidatedAt: time,
      lastSyncedAt: time,
    },
  },
} as const;
