import { requestedDrill } from './drillSchemas';

/** What the schemas of restores by request have in common. */

export const text = { type: 'string' } as const;
export const time = { type: 'string', format: 'date-time' } as const;
export const count = { type: 'integer', minimum: 0 } as const;

/** What somebody says; what cannot be seen, or turns the text around, has no place in it. */
export const statement = {
  type: 'string',
  minLength: 1,
  maxLength: 2000,
  pattern: '^(?=[\\s\\S]*\\S)([^\\p{C}\\u2028\\u2029]|\\n)*$',
} as const;

/** Read strictly by the plugin, which says of each problem where it is and what to do. */
export const wish = {
  type: 'object',
  description:
    'What is wished, as `RestoreWish` of backstage-plugin-velero-common',
} as const;

export const name = { type: 'string', minLength: 1, maxLength: 253 } as const;

export const approvalRule = {
  type: 'object',
  additionalProperties: false,
  required: ['from', 'count'],
  properties: { from: { type: 'array', items: text }, count },
} as const;

export const policy = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id: text, title: text },
} as const;

export const spec = {
  type: 'object',
  description: 'What Velero is asked for',
} as const;

export const check = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'level', 'message'],
  properties: {
    id: text,
    level: { type: 'string', enum: ['ok', 'warn', 'stop'] },
    subject: text,
    message: text,
    remedy: text,
  },
} as const;

export const fact = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'words', 'known'],
  properties: {
    id: { type: 'string', enum: ['age', 'size', 'duration', 'cost'] },
    words: text,
    known: { type: 'boolean' },
    seconds: { type: 'number' },
    bytes: count,
    price: {
      type: 'object',
      additionalProperties: false,
      required: ['amount', 'currency'],
      properties: { amount: { type: 'number' }, currency: text },
    },
    source: text,
  },
} as const;

export const summary = {
  id: text,
  state: { $ref: '#/components/schemas/RestoreState' },
  requester: text,
  entityRef: text,
  wish,
  createdAt: time,
  updatedAt: time,
  dueAt: time,
  notBefore: time,
  restore: text,
  outcome: {
    type: 'object',
    additionalProperties: false,
    properties: {
      message: text,
      remedy: text,
      phase: text,
      itemsDone: count,
      itemsTotal: count,
      warnings: count,
      errors: count,
      startedAt: time,
      completedAt: time,
    },
  },
  drill: requestedDrill,
} as const;

export const needed = [
  'id',
  'state',
  'requester',
  'wish',
  'createdAt',
  'updatedAt',
] as const;
