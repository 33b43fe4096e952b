import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const VELERO = '/apis/velero.io/v1/namespaces/velero';
const REVIEWS = '/apis/authorization.k8s.io/v1';
const apiGroup = 'rbac.authorization.k8s.io';

describe('rights by roles and bindings', () => {
  let sandbox: Sandbox;
  let admin: TestClient;
  let dev: TestClient;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [
        {
          name: 'a',
          velero: false,
          users: [{ name: 'dev', token: 'dev-token', groups: ['team'] }],
        },
      ],
    });
    const cluster = sandbox.cluster('a');
    admin = new TestClient(cluster);
    dev = new TestClient(cluster, { token: 'dev-token' });
  });

  afterEach(() => sandbox.stop());

  function role(name: string, rule: object) {
    return admin.create(`${RBAC}/clusterroles`, {
      metadata: { name },
      rules: [rule],
    });
  }

  function bind(name: string, subject: object, path = RBAC) {
    const kind = path === RBAC ? 'clusterrolebindings' : 'rolebindings';
    return admin.create(`${path}/${kind}`, {
      metadata: { name },
      roleRef: { apiGroup, kind: 'ClusterRole', name },
      subjects: [subject],
    });
  }

  const READ = {
    apiGroups: ['velero.io'],
    resources: ['backups'],
    verbs: ['get', 'list'],
  };

  it.each([
    ['its name', { kind: 'User', name: 'dev' }],
    ['a group', { kind: 'Group', name: 'team' }],
    ['being known', { kind: 'Group', name: 'system:authenticated' }],
  ])('grants to a user by %s', async (_, subject) => {
    expect((await dev.request(`${VELERO}/backups`)).status).toBe(403);
    await role('reader', READ);
    await bind('reader', subject);
    expect((await dev.request(`${VELERO}/backups`)).status).toBe(200);
    expect((await dev.request(`${VELERO}/schedules`)).status).toBe(403);
  });

  it('grants in a namespace only what is bound there', async () => {
    await role('reader', READ);
    const path = `${RBAC}/namespaces/velero`;
    await bind('reader', { kind: 'User', name: 'dev' }, path);
    expect((await dev.request(`${VELERO}/backups`)).status).toBe(200);
    const { status, body } = await dev.request('/apis/velero.io/v1/backups');
    expect(status).toBe(403);
    expect(body.message).toBe(
      'backups.velero.io is forbidden: User "dev" cannot list resource "backups" in API group "velero.io" at the cluster scope',
    );
  });

  it('grants by name, also to list what has that name', async () => {
    await role('one', { ...READ, resourceNames: ['one'] });
    await bind('one', { kind: 'User', name: 'dev' });
    const list = (selector: string) =>
      dev.request(
        `${VELERO}/backups?fieldSelector=metadata.name%3D${selector}`,
      );
    expect((await list('one')).status).toBe(200);
    expect((await list('two')).status).toBe(403);
    expect((await dev.request(`${VELERO}/backups`)).status).toBe(403);
  });

  it('says which bound role does not exist', async () => {
    await bind('gone', { kind: 'User', name: 'dev' });
    const { body } = await dev.request(`${VELERO}/backups`);
    expect(body.message).toContain(
      'in the namespace "velero": RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found',
    );
  });

  it('refuses what nobody serves before it says so', async () => {
    const { status, body } = await dev.request('/api/v1/nodes');
    expect(status).toBe(403);
    expect(body.message).toBe(
      'nodes is forbidden: User "dev" cannot list resource "nodes" in API group "" at the cluster scope',
    );
    expect((await admin.request('/api/v1/nodes')).status).toBe(404);
  });

  it('tells who asks what they may do', async () => {
    await role('reader', READ);
    await bind('reader', { kind: 'User', name: 'dev' });
    const may = async (resource: string) => {
      const resourceAttributes = {
        group: 'velero.io',
        resource,
        verb: 'list',
        namespace: 'velero',
      };
      const path = `${REVIEWS}/selfsubjectaccessreviews`;
      return (await dev.create(path, { spec: { resourceAttributes } })).body;
    };
    expect((await may('backups')).status).toEqual({
      allowed: true,
      reason:
        'RBAC: allowed by ClusterRoleBinding "reader" of ClusterRole "reader" to User "dev"',
    });
    expect((await may('schedules')).status).toEqual({ allowed: false });
    const { body } = await dev.create(`${REVIEWS}/selfsubjectrulesreviews`, {
      spec: { namespace: 'velero' },
    });
    expect(body.status.resourceRules).toContainEqual(READ);
  });

  it('knows service accounts by tokens that were asked for or put into a Secret', async () => {
    const account = '/api/v1/namespaces/velero/serviceaccounts';
    await admin.create(account, { metadata: { name: 'portal' } });
    await role('reader', READ);
    const subject = { name: 'portal', namespace: 'velero' };
    await bind('reader', { kind: 'ServiceAccount', ...subject });
    const asked = await admin.create(`${account}/portal/token`, { spec: {} });
    await admin.create('/api/v1/namespaces/velero/secrets', {
      metadata: {
        name: 'portal',
        annotations: { 'kubernetes.io/service-account.name': 'portal' },
      },
      type: 'kubernetes.io/service-account-token',
    });
    const secret = await admin.request(
      '/api/v1/namespaces/velero/secrets/portal',
    );
    const kept = Buffer.from(secret.body.data.token, 'base64').toString();
    for (const token of [asked.body.status.token, kept]) {
      const client = new TestClient(sandbox.cluster('a'), { token });
      expect((await client.request(`${VELERO}/backups`)).status).toBe(200);
    }
    await admin.request(`${account}/portal`, { method: 'DELETE' });
    const client = new TestClient(sandbox.cluster('a'), { token: kept });
    expect((await client.request(`${VELERO}/backups`)).status).toBe(401);
  });

  it('lets an administrator act as somebody else', async () => {
    const headers = { 'impersonate-user': 'dev' };
    const { body } = await admin.request(`${VELERO}/backups`, { headers });
    expect(body.message).toContain('User "dev" cannot list');
    const refused = await dev.request(`${VELERO}/backups`, {
      headers: { 'impersonate-user': 'admin' },
    });
    expect(refused.body.message).toBe(
      'users "admin" is forbidden: User "dev" cannot impersonate resource "users" in API group "" at the cluster scope',
    );
  });

  it('knows no roles in the first moments after a start', async () => {
    await role('reader', READ);
    await bind('reader', { kind: 'User', name: 'dev' });
    const { faults } = sandbox.cluster('a');
    faults.set({ starting: true });
    expect((await dev.request(`${VELERO}/backups`)).status).toBe(403);
    expect((await dev.request('/apis')).status).toBe(403);
    expect((await admin.request(`${VELERO}/backups`)).status).toBe(200);
    faults.clear();
    expect((await dev.request(`${VELERO}/backups`)).status).toBe(200);
  });
});
