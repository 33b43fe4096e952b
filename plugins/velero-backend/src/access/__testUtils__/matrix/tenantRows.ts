import { RIGHT } from '../../../onboarding/__testUtils__/OnboardingFixture';
import { AccessRow } from './AccessRow';
import { TENANT } from './AccessFixture';

const refused = { status: 400, error: 'OnboardingRefusedError' };

/** What is asked about tenants and their storage. */
export const tenantRows: AccessRow[] = [
  {
    route: 'GET /clusters',
    ask: async () => ({}),
    answers: [401, 403, 403, 200, 200, 200, 200, 200, 200],
  },
  {
    route: 'GET /tenants',
    ask: async () => ({}),
    answers: [401, 200, 403, 200, 200, 200, 200, 200, 200],
  },
  {
    route: 'GET /tenants/namespaces',
    ask: async () => ({ query: { owner: TENANT.owner } }),
    answers: [401, 403, 403, 200, 200, 200, 200, 200, 200],
  },
  {
    route: 'POST /tenants/plan',
    ask: async () => ({ body: { request: TENANT } }),
    answers: [401, 403, 403, 200, 200, 200, 200, 200, 200],
  },
  {
    route: 'POST /tenants',
    ask: async () => ({ body: { request: TENANT, credentials: RIGHT } }),
    answers: [401, 403, 403, refused, refused, refused, 202, 202, 202],
  },
  {
    route: 'GET /tenants/{tenant}/offboard',
    ask: async () => ({ path: { tenant: 'payments' }, secret: 'tenant' }),
    answers: [401, 403, 403, 404, 404, 404, 200, 200, 200],
  },
  {
    route: 'POST /tenants/{tenant}/offboard',
    ask: async () => ({ path: { tenant: 'payments' }, secret: 'tenant' }),
    answers: [401, 403, 403, 404, 404, 404, 202, 202, 202],
  },
  {
    route: 'GET /operations/{id}',
    ask: async ({ operation }) => ({ path: { id: operation }, secret: 'id' }),
    answers: [401, 403, 403, 404, 404, 404, 200, 200, 200],
  },
  {
    route: 'POST /operations/{id}/cancel',
    ask: async ({ operation }) => ({ path: { id: operation }, secret: 'id' }),
    answers: [401, 403, 403, 404, 404, 404, 202, 202, 202],
  },
  {
    route: 'GET /locations',
    ask: async () => ({}),
    answers: [401, 403, 403, 403, 403, 403, 403, 403, 200],
  },
  {
    route: 'POST /locations/{cluster}/{veleroNamespace}/{name}/verify',
    ask: async () => ({
      path: { cluster: 'eu', veleroNamespace: 'velero', name: 'payments--eu' },
      secret: 'name',
    }),
    answers: [401, 403, 403, 404, 404, 404, 200, 200, 200],
  },
];
