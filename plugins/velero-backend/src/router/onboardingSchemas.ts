import { freshness } from './schemas';

/** The parts of the OpenAPI document that tell of onboarding. */

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;

/** Read strictly by the plan itself, which says of each problem where it is and what to do. */
const tenantRequest = {
  type: 'object',
  description:
    'What the tenant is to get, as `TenantRequest` of backstage-plugin-velero-common',
} as const;

const finding = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'field', 'message'],
  properties: { code: text, field: text, message: text, remedy: text },
} as const;

const unavailableNamespace = {
  type: 'object',
  additionalProperties: false,
  required: ['namespace', 'reason', 'message'],
  properties: {
    namespace: text,
    reason: {
      type: 'string',
      enum: ['not-allowed', 'not-member', 'not-proven', 'other-owner'],
    },
    message: text,
    owners: { type: 'array', items: text },
    howToProve: text,
  },
} as const;

export const onboardingSchemas = {
  TenantNamespacesResponse: {
    type: 'object',
    additionalProperties: false,
    required: ['items'],
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: [
            'name',
            'state',
            'namespaces',
            'unavailable',
            'isCut',
            'others',
          ],
          properties: {
            ...freshness,
            namespaces: { type: 'array', items: text },
            unavailable: { type: 'array', items: unavailableNamespace },
            isCut: { type: 'boolean' },
            others: { type: 'integer', minimum: 0 },
          },
        },
      },
    },
  },
  OffboardingPlan: {
    type: 'object',
    additionalProperties: false,
    required: ['tenant', 'owner', 'clusters'],
    properties: {
      tenant: text,
      owner: text,
      clusters: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['cluster', 'schedules'],
          properties: {
            cluster: text,
            schedules: {
              type: 'array',
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['veleroNamespace', 'name'],
                properties: {
                  veleroNamespace: text,
                  name: text,
                  lastExpires: text,
                  backupsUnknown: { type: 'boolean' },
                },
              },
            },
            problem: text,
          },
        },
      },
    },
  },
  TenantPlanQuery: {
    type: 'object',
    additionalProperties: false,
    required: ['request'],
    properties: {
      request: tenantRequest,
      credential: {
        type: 'object',
        additionalProperties: false,
        required: ['type'],
        properties: {
          type: {
            type: 'string',
            enum: ['existing-secret', 'external-secret', 'sealed-secret'],
          },
          store: { type: 'string', minLength: 1, maxLength: 253 },
          storeKind: {
            type: 'string',
            enum: ['SecretStore', 'ClusterSecretStore'],
          },
          remoteKeys: { type: 'object', additionalProperties: text },
        },
      },
    },
  },
  TenantPlanResponse: {
    type: 'object',
    additionalProperties: false,
    required: ['refusals', 'warnings', 'changes', 'manifests'],
    properties: {
      plan: {
        type: 'object',
        description: 'As `TenantPlan` of backstage-plugin-velero-common',
      },
      refusals: { type: 'array', items: finding },
      warnings: { type: 'array', items: finding },
      changes: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['cluster', 'kind', 'name', 'change'],
          properties: {
            cluster: text,
            kind: text,
            name: text,
            change: {
              type: 'string',
              enum: ['create', 'change', 'unchanged', 'remove'],
            },
            fields: {
              type: 'array',
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['path'],
                properties: { path: text, before: text, after: text },
              },
            },
          },
        },
      },
      manifests: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['path', 'content'],
          properties: { path: text, content: text },
        },
      },
      digest: text,
    },
  },
  TenantOnboarding: {
    type: 'object',
    additionalProperties: false,
    required: ['request'],
    properties: {
      request: tenantRequest,
      credentials: {
        type: 'object',
        description:
          'Values of given credentials; written to Secrets and nowhere else',
        additionalProperties: {
          type: 'object',
          additionalProperties: { type: 'string', maxLength: 65_536 },
        },
      },
      accepted: { type: 'string', maxLength: 64 },
    },
  },
  Operation: {
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'kind',
      'tenant',
      'owner',
      'requestedBy',
      'state',
      'createdAt',
      'updatedAt',
      'clusters',
    ],
    properties: {
      id: text,
      kind: { type: 'string', enum: ['onboard', 'offboard'] },
      tenant: text,
      owner: text,
      requestedBy: text,
      state: {
        type: 'string',
        enum: ['running', 'succeeded', 'failed', 'cancelled'],
      },
      createdAt: time,
      updatedAt: time,
      clusters: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['cluster', 'state', 'steps'],
          properties: {
            cluster: text,
            state: text,
            message: text,
            steps: {
              type: 'array',
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['title', 'state'],
                properties: {
                  title: text,
                  state: text,
                  message: text,
                  at: time,
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
