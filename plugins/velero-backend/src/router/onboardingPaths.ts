import { name, refusals } from './openapiParts';
import { getTenants } from './tenantPaths';

const operationParameters = [
  { name: 'id', in: 'path', required: true, schema: name },
] as const;

const operation = {
  'application/json': { schema: { $ref: '#/components/schemas/Operation' } },
} as const;

/** The paths of giving tenants their storage and schedules. */
export const onboardingPaths = {
  '/tenants/namespaces': {
    get: {
      operationId: 'GetTenantNamespaces',
      description:
        'What an owner can have backed up in each cluster, and what cannot be chosen although it concerns who asks; of all other namespaces only how many there are',
      parameters: [
        {
          name: 'owner',
          in: 'query',
          required: true,
          description: 'Full reference of the owner',
          schema: { type: 'string', minLength: 1, maxLength: 253 },
        },
      ],
      responses: {
        ...refusals,
        '200': {
          description: 'The clusters',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/TenantNamespacesResponse' },
            },
          },
        },
      },
    },
  },
  '/tenants/plan': {
    post: {
      operationId: 'PlanTenant',
      description: 'What onboarding a tenant would do; writes nothing',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/TenantPlanQuery' },
          },
        },
      },
      responses: {
        ...refusals,
        '200': {
          description: 'The plan, or all that stands in its way',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/TenantPlanResponse' },
            },
          },
        },
      },
    },
  },
  '/tenants': {
    get: getTenants,
    post: {
      operationId: 'OnboardTenant',
      description: 'Begins to apply a plan',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/TenantOnboarding' },
          },
        },
      },
      responses: {
        ...refusals,
        '202': {
          description: 'It is under way; the operation tells how far',
          content: operation,
        },
        '409': {
          description:
            'Nothing was done: objects would change that were not looked at, which are in `error.changes` and named by `error.digest`, to be sent as `accepted`; or another operation is under way',
        },
      },
    },
  },
  '/tenants/{tenant}/offboard': {
    get: {
      operationId: 'PlanOffboarding',
      description:
        'What offboarding a tenant would pause, and which clusters do not answer; changes nothing',
      parameters: [
        { name: 'tenant', in: 'path', required: true, schema: name },
      ],
      responses: {
        ...refusals,
        '200': {
          description: 'What would be paused',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/OffboardingPlan' },
            },
          },
        },
      },
    },
    post: {
      operationId: 'OffboardTenant',
      description:
        'Begins to pause the schedules of a tenant in all clusters; its backups stay until they expire. Of a cluster that does not answer the operation says so',
      parameters: [
        { name: 'tenant', in: 'path', required: true, schema: name },
      ],
      responses: {
        ...refusals,
        '202': {
          description: 'It is under way; the operation tells how far',
          content: operation,
        },
        '409': {
          description: 'Nothing was done: another operation is under way',
        },
      },
    },
  },
  '/operations/{id}': {
    get: {
      operationId: 'GetOperation',
      description: 'How far an operation is',
      parameters: operationParameters,
      responses: {
        ...refusals,
        '200': { description: 'The operation', content: operation },
      },
    },
  },
  '/operations/{id}/cancel': {
    post: {
      operationId: 'CancelOperation',
      description:
        'Asks that an operation stop: what it has made is taken back, unless it is complete already',
      parameters: operationParameters,
      responses: {
        ...refusals,
        '202': {
          description: 'It stops as soon as it can',
          content: operation,
        },
      },
    },
  },
} as const;
