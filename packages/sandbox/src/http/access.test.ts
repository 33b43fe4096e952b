import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const VELERO = '/apis/velero.io/v1/namespaces/velero';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/velero/deployments';

describe('tokens and rights', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
  });

  afterAll(() => sandbox.stop());

  function clientOf(token: string) {
    const cluster = sandbox.cluster('a');
    return new TestClient(cluster, { token });
  }

  const portal = () => clientOf(sandbox.cluster('a').tokens.portal);

  it('refuses a wrong token with 401', async () => {
    const { status, body } = await clientOf('wrong').request('/apis');
    expect(status).toBe(401);
    expect(body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'Unauthorized',
      reason: 'Unauthorized',
      code: 401,
    });
  });

  it('shows to anybody without a token that the server lives, and no more', async () => {
    const client = new TestClient(sandbox.cluster('a'), { anonymous: true });
    expect((await client.request('/readyz')).text).toBe('ok');
    expect((await client.request('/version')).body.gitVersion).toBe('v1.34.2');
    const { status, body } = await client.request('/apis');
    expect(status).toBe(403);
    expect(body.message).toBe(
      'forbidden: User "system:anonymous" cannot get path "/apis"',
    );
  });

  it.each([
    ['/apis/velero.io/v1/backups', 200],
    [`${VELERO}/backupstoragelocations`, 200],
    ['/apis/velero.io/v2alpha1/datauploads', 200],
    ['/api/v1/namespaces', 200],
    ['/apis', 200],
    [`${DEPLOYMENTS}/velero`, 200],
    [DEPLOYMENTS, 403],
    ['/apis/apps/v1/namespaces/other/deployments/velero', 403],
    ['/api/v1/secrets', 403],
    ['/api/v1/namespaces/velero/secrets/cloud', 403],
  ])('lets the portal GET %s: %i', async (path, code) => {
    expect((await portal().request(path)).status).toBe(code);
  });

  it.each([
    [
      '/api/v1/namespaces/velero/secrets/cloud',
      'GET',
      'secrets "cloud" is forbidden: User "portal" cannot get resource "secrets" in API group "" in the namespace "velero"',
    ],
    [
      `${VELERO}/deletebackuprequests`,
      'POST',
      'deletebackuprequests.velero.io is forbidden: User "portal" cannot create resource "deletebackuprequests" in API group "velero.io" in the namespace "velero"',
    ],
    [
      `${VELERO}/backups/s`,
      'DELETE',
      'backups.velero.io "s" is forbidden: User "portal" cannot delete resource "backups" in API group "velero.io" in the namespace "velero"',
    ],
    [
      '/api/v1/nodes/worker',
      'GET',
      'nodes "worker" is forbidden: User "portal" cannot get resource "nodes" in API group "" at the cluster scope',
    ],
  ])(
    'names the right that is missing for %s %s',
    async (path, method, text) => {
      const { status, body } = await portal().request(path, { method });
      expect(status).toBe(403);
      expect(body).toMatchObject({ reason: 'Forbidden', message: text });
    },
  );
});

describe('discovery', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
    client = new TestClient(sandbox.cluster('a'));
  });

  afterAll(() => sandbox.stop());

  it('lists the groups', async () => {
    const { body } = await client.request('/apis');
    expect(body.groups).toContainEqual({
      name: 'velero.io',
      versions: [
        { groupVersion: 'velero.io/v1', version: 'v1' },
        { groupVersion: 'velero.io/v2alpha1', version: 'v2alpha1' },
      ],
      preferredVersion: { groupVersion: 'velero.io/v1', version: 'v1' },
    });
    expect((await client.request('/api')).body.versions).toEqual(['v1']);
    expect((await client.request('/apis/velero.io')).body.kind).toBe(
      'APIGroup',
    );
  });

  it.each([
    ['/apis/velero.io/v1', 'backups', 'Backup', true],
    ['/apis/velero.io/v2alpha1', 'datauploads', 'DataUpload', true],
    ['/api/v1', 'namespaces', 'Namespace', false],
    ['/apis/apps/v1', 'deployments', 'Deployment', true],
  ])(
    'describes in %s the resource %s',
    async (path, name, kind, namespaced) => {
      const { body } = await client.request(path);
      expect(body.kind).toBe('APIResourceList');
      expect(body.resources).toContainEqual(
        expect.objectContaining({ name, kind, namespaced }),
      );
    },
  );

  it('has no status subresources', async () => {
    const { body } = await client.request('/apis/velero.io/v1');
    const names = body.resources.map(({ name }: { name: string }) => name);
    expect(names).toHaveLength(11);
    expect(names.join()).not.toContain('/');
  });

  it.each(['/apis/nothing.io/v1', '/apis/velero.io/v9', '/nowhere'])(
    'does not know %s',
    async path => {
      const { status, text } = await client.request(path);
      expect([status, text]).toEqual([404, '404 page not found\n']);
    },
  );

  it('describes nothing in the older version of OpenAPI, in JSON or as kubectl reads it', async () => {
    const { body } = await client.request('/openapi/v2');
    expect(body).toMatchObject({ swagger: '2.0', paths: {} });
    const accept = 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf';
    const { headers, text } = await client.request('/openapi/v2', {
      headers: { accept },
    });
    expect(headers.get('content-type')).toBe(
      'application/com.github.proto-openapi.spec.v2.v1.0+protobuf',
    );
    // Field 1 with three bytes, and so on.
    expect(text.startsWith('\n\x032.0\x12')).toBe(true);
  });

  it('describes in OpenAPI what may be written, with the address as clients see it', async () => {
    const { body } = await client.request('/openapi/v3');
    const { serverRelativeURL } = body.paths['apis/velero.io/v1'];
    expect(serverRelativeURL).toMatch(
      /^\/clusters\/a\/openapi\/v3\/apis\/velero\.io\/v1\?hash=/,
    );
    const document = (
      await client.request(serverRelativeURL.slice('/clusters/a'.length))
    ).body;
    const path = '/apis/velero.io/v1/namespaces/{namespace}/backups/{name}';
    expect(document.paths[path].patch.parameters).toContainEqual(
      expect.objectContaining({ name: 'fieldValidation' }),
    );
    const { properties } = document.components.schemas['io.velero.v1.Backup'];
    expect(properties.spec.properties.ttl.description).toContain(
      'TTL is a time.Duration-parseable string',
    );
  });

  it('has the definitions of the kinds as objects', async () => {
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const { body } = await client.request(`${path}/backups.velero.io`);
    expect(body.spec.names.listKind).toBe('BackupList');
    expect(body.status.storedVersions).toEqual(['v1']);
  });
});
