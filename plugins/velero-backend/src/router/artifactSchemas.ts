/** The parts of the OpenAPI document that tell what Velero stored beside a backup. */

const time = { type: 'string', format: 'date-time' } as const;
const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const count = { type: 'integer', minimum: 0 } as const;

export const artifactSchemas = {
  ArtifactResult: {
    type: 'object',
    additionalProperties: false,
    required: ['severity', 'scope', 'message', 'count'],
    properties: {
      severity: { type: 'string', enum: ['error', 'warning'] },
      scope: { type: 'string', enum: ['velero', 'cluster', 'namespace'] },
      namespace: text,
      message: text,
      count,
    },
  },
  BackupResults: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'truncated'],
    properties: {
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/ArtifactResult' },
      },
      truncated: flag,
      withheld: count,
    },
  },
  ArtifactResource: {
    type: 'object',
    additionalProperties: false,
    required: ['groupVersionKind', 'name'],
    properties: {
      groupVersionKind: text,
      namespace: text,
      name: text,
      action: text,
    },
  },
  BackupResources: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'totalItems', 'truncated'],
    properties: {
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/ArtifactResource' },
      },
      totalItems: count,
      truncated: flag,
    },
  },
  ArtifactVolume: {
    type: 'object',
    additionalProperties: false,
    required: ['dataMoved', 'skipped'],
    properties: {
      namespace: text,
      claim: text,
      persistentVolume: text,
      method: text,
      dataMoved: flag,
      skipped: flag,
      skippedReason: text,
      result: text,
      startedAt: time,
      completedAt: time,
      bytes: count,
      incrementalBytes: count,
      uploader: text,
      dataMover: text,
      driver: text,
      volumeType: text,
      pod: text,
      podVolume: text,
    },
  },
  BackupVolumes: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'totalItems', 'truncated'],
    properties: {
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/ArtifactVolume' },
      },
      totalItems: count,
      truncated: flag,
    },
  },
} as const;
