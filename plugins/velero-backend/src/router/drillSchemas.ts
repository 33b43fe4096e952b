import { name } from './openapiParts';

/** The parts of the OpenAPI document that tell of drills. */

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;
const count = { type: 'integer', minimum: 0 } as const;

const cleanup = {
  type: 'string',
  enum: ['pending', 'deleting', 'done', 'failed'],
} as const;

const resultNeeds = [
  'proven',
  'reasons',
  'limits',
  'endedAt',
  'itemsRestored',
  'itemsInBackup',
  'warnings',
  'errors',
] as const;

const result = {
  proven: { type: 'boolean' },
  reasons: { type: 'array', items: text },
  narrow: { type: 'boolean' },
  limits: { type: 'array', items: text },
  duration: { type: 'integer', description: 'Milliseconds' },
  endedAt: time,
  itemsRestored: count,
  itemsInBackup: count,
  warnings: count,
  errors: count,
} as const;

/** What a request that is a drill is, beside a restore. */
export const requestedDrill = {
  type: 'object',
  additionalProperties: false,
  required: ['cleanup'],
  properties: {
    cleanup,
    message: text,
    remedy: text,
    result: {
      type: 'object',
      additionalProperties: false,
      required: resultNeeds,
      properties: result,
    },
  },
} as const;

const cron = {
  type: 'string',
  minLength: 9,
  maxLength: 255,
  description: 'Five fields in UTC, with a day between runs at least',
} as const;

const namespaces = {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  items: name,
} as const;

export const drillSchemas = {
  NewDrill: {
    type: 'object',
    additionalProperties: false,
    required: ['key'],
    properties: {
      key: {
        type: 'string',
        minLength: 8,
        maxLength: 128,
        pattern: '^[\\w.:-]+$',
      },
      cluster: name,
    },
  },
  NewDrillSchedule: {
    type: 'object',
    additionalProperties: false,
    required: ['cluster', 'namespaces', 'cron'],
    properties: { cluster: name, namespaces, cron },
  },
  DrillSchedule: {
    type: 'object',
    additionalProperties: false,
    required: ['cluster', 'namespaces', 'cron', 'requester', 'createdAt'],
    properties: {
      cluster: name,
      namespaces,
      cron,
      requester: text,
      createdAt: time,
      nextRunAt: time,
      lastRequest: text,
      lastProblem: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'message'],
        properties: { at: time, message: text },
      },
    },
  },
  DrillRecord: {
    type: 'object',
    additionalProperties: false,
    required: [...resultNeeds, 'request', 'backup', 'namespaces'],
    properties: {
      ...result,
      request: text,
      backup: {
        type: 'object',
        additionalProperties: false,
        required: ['cluster', 'veleroNamespace', 'name'],
        properties: { cluster: text, veleroNamespace: text, name: text },
      },
      namespaces: { type: 'array', items: text },
    },
  },
  Drills: {
    type: 'object',
    additionalProperties: false,
    required: ['namespaces'],
    properties: {
      lastProven: { $ref: '#/components/schemas/DrillRecord' },
      lastUnproven: { $ref: '#/components/schemas/DrillRecord' },
      open: {
        type: 'object',
        additionalProperties: false,
        required: ['request', 'state', 'cleanup'],
        properties: {
          request: text,
          state: { $ref: '#/components/schemas/RestoreState' },
          cleanup,
        },
      },
      schedule: { $ref: '#/components/schemas/DrillSchedule' },
      namespaces: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['cluster', 'namespace'],
          properties: { cluster: text, namespace: text },
        },
      },
    },
  },
} as const;
