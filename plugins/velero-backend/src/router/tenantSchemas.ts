import { location } from './schemas';

/** The parts of the OpenAPI document that tell of tenants. */

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;

const { provider, bucket, prefix, accessMode } = location;

export const tenantSchemas = {
  TenantLocation: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'accessMode', 'phase'],
    properties: {
      name: text,
      provider,
      service: text,
      endpoint: text,
      region: text,
      bucket,
      prefix,
      accessMode,
      phase: text,
      message: text,
      lastValidatedAt: { type: 'string', format: 'date-time' },
    },
  },
  TenantSummary: {
    type: 'object',
    additionalProperties: false,
    required: ['tenant', 'owner', 'scope', 'clusters'],
    properties: {
      tenant: text,
      owner: text,
      scope: { type: 'string', enum: ['tenant', 'platform'] },
      clusters: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: [
            'cluster',
            'veleroNamespace',
            'namespaces',
            'schedules',
            'locations',
          ],
          properties: {
            cluster: text,
            veleroNamespace: text,
            namespaces: texts,
            schedules: texts,
            locations: {
              type: 'array',
              items: { $ref: '#/components/schemas/TenantLocation' },
            },
          },
        },
      },
    },
  },
  TenantsResponse: {
    type: 'object',
    additionalProperties: false,
    required: ['items', 'pageInfo', 'isComplete'],
    properties: {
      items: {
        type: 'array',
        items: { $ref: '#/components/schemas/TenantSummary' },
      },
      pageInfo: { $ref: '#/components/schemas/PageInfo' },
      isComplete: { type: 'boolean' },
    },
  },
} as const;
