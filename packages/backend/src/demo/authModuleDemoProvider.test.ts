import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { authModuleDemoProvider } from './authModuleDemoProvider';
import { demoUsers } from './demoUsers';

async function startAuth() {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleDemoProvider,
      catalogServiceMock.factory({
        entities: [...demoUsers, 'boss'].map(user),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          auth: { providers: { demo: {} } },
        },
      }),
    ],
  });
  return (headers: HeadersInit) =>
    fetch(`http://localhost:${server.port()}/api/auth/demo/refresh`, {
      headers,
    });
}

function user(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    spec: { memberOf: [] },
    relations: [{ type: 'memberOf', targetRef: `group:default/of-${name}` }],
  };
}

describe('authModuleDemoProvider', () => {
  const { NODE_ENV } = process.env;

  beforeEach(() => {
    Object.assign(process.env, { NODE_ENV: 'development' });
  });

  afterEach(() => {
    Object.assign(process.env, { NODE_ENV });
  });

  it('signs in as the user of the catalog that the header names', async () => {
    const signIn = await startAuth();
    for (const name of demoUsers) {
      const response = await signIn({ 'x-demo-user': name });
      expect(response.status).toBe(200);
      const { backstageIdentity } = await response.json();
      expect(backstageIdentity).toMatchObject({
        token: expect.any(String),
        identity: {
          userEntityRef: `user:default/${name}`,
          ownershipEntityRefs: expect.arrayContaining([
            `group:default/of-${name}`,
          ]),
        },
      });
    }
  });

  it('lets in nobody else, even if the catalog knows them', async () => {
    const signIn = await startAuth();
    const requests: HeadersInit[] = [{ 'x-demo-user': 'boss' }, {}];
    for (const headers of requests) {
      const response = await signIn(headers);
      expect(response.status).toBe(401);
      const { error } = await response.json();
      expect(error.message).toMatch(/must name a demo user: .*visitor/);
    }
  });

  it('lets in nobody outside development', async () => {
    const signIn = await startAuth();
    for (const environment of ['production', 'test', '']) {
      Object.assign(process.env, { NODE_ENV: environment });
      const response = await signIn({ 'x-demo-user': 'visitor' });
      expect(response.status).toBe(403);
      const { error } = await response.json();
      expect(error.message).toMatch(/only where NODE_ENV is development/);
    }
  });
});
