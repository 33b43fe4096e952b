/** The parts of the OpenAPI document that tell of what Velero is asked to do. */

import { name } from './openapiParts';
import { location } from './schemas';

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const flag = { type: 'boolean' } as const;
const count = { type: 'integer', minimum: 0 } as const;

/** As Kubernetes names namespaces. */
const namespace = {
  type: 'string',
  maxLength: 63,
  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
} as const;

const volumes = { type: 'string', enum: ['default', 'none'] } as const;

/** What is backed up, by whom, and where to. */
const target = {
  cluster: name,
  veleroNamespace: namespace,
  namespaces: { type: 'array', minItems: 1, maxItems: 100, items: namespace },
  storageLocation: name,
} as const;

export const operationSchemas = {
  BackupRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['cluster', 'namespaces'],
    properties: {
      ...target,
      keepFor: { type: 'string', maxLength: 64 },
      volumes,
      requestId: {
        type: 'string',
        pattern:
          '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
      },
    },
  },
  CreatedBackup: {
    type: 'object',
    additionalProperties: false,
    required: [
      'cluster',
      'veleroNamespace',
      'name',
      'namespaces',
      'storageLocation',
      'keepFor',
      'volumes',
    ],
    properties: {
      cluster: text,
      veleroNamespace: text,
      name: text,
      namespaces: { type: 'array', items: text },
      storageLocation: text,
      keepFor: text,
      volumes,
    },
  },
  ScheduleRequest: {
    type: 'object',
    additionalProperties: false,
    required: ['cluster', 'namespaces', 'name', 'cron'],
    properties: {
      ...target,
      name: { type: 'string', maxLength: 63 },
      cron: { type: 'string', maxLength: 253 },
      keepFor: { type: 'string', maxLength: 64 },
      volumes,
      paused: flag,
      dryRun: flag,
    },
  },
  CreatedSchedule: {
    type: 'object',
    additionalProperties: false,
    required: [
      'cluster',
      'veleroNamespace',
      'name',
      'outcome',
      'namespaces',
      'cron',
      'keepFor',
      'storageLocation',
      'volumes',
      'paused',
      'warnings',
    ],
    properties: {
      cluster: text,
      veleroNamespace: text,
      name: text,
      outcome: { type: 'string', enum: ['created', 'unchanged', 'planned'] },
      namespaces: texts,
      cron: text,
      keepFor: text,
      storageLocation: text,
      volumes,
      paused: flag,
      warnings: texts,
    },
  },
  BackupOption: {
    type: 'object',
    additionalProperties: false,
    required: [
      'cluster',
      'veleroNamespace',
      'namespaces',
      'locations',
      'keepFor',
    ],
    properties: {
      cluster: text,
      veleroNamespace: text,
      namespaces: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['namespace'],
          properties: { namespace: text, problem: text },
        },
      },
      locations: {
        type: 'array',
        items: { $ref: '#/components/schemas/BackupOptionLocation' },
      },
      storageLocation: text,
      keepFor: text,
    },
  },
  BackupOptionLocation: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'default', 'phase'],
    properties: {
      ...location,
      default: { type: 'boolean' },
      phase: text,
      message: text,
      problem: text,
    },
  },
  BackupQuota: {
    type: 'object',
    additionalProperties: false,
    required: ['limit', 'left'],
    properties: {
      limit: count,
      left: count,
      nextAt: { type: 'string', format: 'date-time' },
    },
  },
} as const;
