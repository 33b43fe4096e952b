import { pagingParameters, refusals } from './openapiParts';

/** Lists tenants. */
export const getTenants = {
  operationId: 'GetTenants',
  description:
    'The tenants of who asks, by name, as the clusters were when they could last be read; all of them for administrators and other plugins',
  parameters: pagingParameters,
  responses: {
    ...refusals,
    '200': {
      description: 'A page of tenants',
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/TenantsResponse' },
        },
      },
    },
  },
} as const;
