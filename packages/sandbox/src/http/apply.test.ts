import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const BACKUPS = '/apis/velero.io/v1/namespaces/velero/backups';

describe('patches and server-side apply', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeEach(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
    client = new TestClient(sandbox.cluster('a'));
  });

  afterEach(() => sandbox.stop());

  function patch(type: string, path: string, body: unknown) {
    const headers = { 'content-type': `application/${type}` };
    return client.request(path, { method: 'PATCH', body, headers });
  }

  function apply(name: string, manager: string, spec: object, more = '') {
    const path = `${BACKUPS}/${name}?fieldManager=${manager}${more}`;
    return patch('apply-patch+yaml', path, {
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name },
      spec,
    });
  }

  it('makes an object of what is applied, and owns just that', async () => {
    const { status, body } = await apply('one', 'gitops', { ttl: '1h' });
    expect(status).toBe(201);
    expect(body.metadata.managedFields).toEqual([
      {
        manager: 'gitops',
        operation: 'Apply',
        apiVersion: 'velero.io/v1',
        time: expect.any(String),
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:spec': { 'f:ttl': {} } },
      },
    ]);
  });

  it('refuses to change what others own unless forced', async () => {
    await apply('one', 'gitops', { ttl: '1h' });
    const refused = await apply('one', 'other', { ttl: '2h' });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      reason: 'Conflict',
      message:
        'Apply failed with 1 conflict: conflict with "gitops": .spec.ttl',
      details: {
        causes: [
          {
            reason: 'FieldManagerConflict',
            message: 'conflict with "gitops"',
            field: '.spec.ttl',
          },
        ],
      },
    });
    const forced = await apply('one', 'other', { ttl: '2h' }, '&force=true');
    expect(forced.body.spec).toEqual({ ttl: '2h' });
    const managers = forced.body.metadata.managedFields.map(
      (entry: { manager: string }) => entry.manager,
    );
    expect(managers).toEqual(['other']);
  });

  it('says by which version somebody owns what was written and not applied', async () => {
    await client.create(BACKUPS, {
      metadata: { name: 'one' },
      spec: { ttl: '1h' },
    });
    const { body } = await apply('one', 'gitops', { ttl: '2h' });
    expect(body.message).toBe(
      'Apply failed with 1 conflict: conflict with "test" using velero.io/v1: .spec.ttl',
    );
  });

  it('removes what is no longer applied and what nobody else owns', async () => {
    await apply('one', 'gitops', { ttl: '1h', storageLocation: 'x' });
    await apply('one', 'other', { ttl: '1h' });
    const { body } = await apply('one', 'gitops', { snapshotVolumes: true });
    expect(body.spec).toEqual({ ttl: '1h', snapshotVolumes: true });
  });

  it('notes who claims what is there already, without a time of change', async () => {
    await apply('one', 'gitops', { ttl: '1h' });
    const { body } = await apply('one', 'other', { ttl: '1h' });
    const [claim] = body.metadata.managedFields;
    expect(claim.manager).toBe('other');
    expect(claim.time).toBeUndefined();
    expect(body.metadata.generation).toBe(1);
  });

  it('changes nothing when the same is applied again', async () => {
    const first = await apply('one', 'gitops', { ttl: '1h' });
    const second = await apply('one', 'gitops', { ttl: '1h' });
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
  });

  it('lets kubectl take over what it applied by its own reckoning', async () => {
    const text = JSON.stringify({ spec: { ttl: '1h' } });
    await client.create(`${BACKUPS}?fieldManager=kubectl-client-side-apply`, {
      metadata: {
        name: 'one',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': text,
        },
      },
      spec: { ttl: '1h' },
    });
    expect((await apply('one', 'other', { ttl: '2h' })).status).toBe(409);
    expect((await apply('one', 'kubectl', { ttl: '2h' })).status).toBe(200);
  });

  it.each([
    [{ spec: { ttl: '1h' } }, '?fieldManager=x', 400, 'invalid object type'],
    [{}, '', 422, 'fieldManager: Required value'],
  ])('refuses to apply %j', async (body, query, code, text) => {
    const path = `${BACKUPS}/one${query}`;
    const answer = await patch('apply-patch+yaml', path, body);
    expect(answer.status).toBe(code);
    expect(answer.body.message).toContain(text);
  });

  it('does not drop what it does not know when applied, but refuses it', async () => {
    const { status, body } = await apply('one', 'gitops', { bucket: 'x' });
    expect(status).toBe(500);
    expect(body.message).toContain(
      '.spec.bucket: field not declared in schema',
    );
  });

  it('applies JSON patches', async () => {
    await client.create(BACKUPS, {
      metadata: { name: 'one' },
      spec: { ttl: '1h', includedNamespaces: ['a'] },
    });
    const { body } = await patch('json-patch+json', `${BACKUPS}/one`, [
      { op: 'test', path: '/spec/ttl', value: '1h' },
      { op: 'add', path: '/spec/includedNamespaces/-', value: 'b' },
      { op: 'copy', from: '/spec/ttl', path: '/spec/csiSnapshotTimeout' },
      { op: 'move', from: '/spec/ttl', path: '/spec/itemOperationTimeout' },
    ]);
    expect(body.spec).toEqual({
      includedNamespaces: ['a', 'b'],
      csiSnapshotTimeout: '1h',
      itemOperationTimeout: '1h',
    });
  });

  it.each([
    [[{ op: 'test', path: '/kind', value: 'x' }], 422],
    [[{ op: 'remove', path: '/spec/nope' }], 422],
    [{ a: 1 }, 400],
  ])('refuses the JSON patch %j', async (operations, code) => {
    await client.create(BACKUPS, { metadata: { name: 'one' } });
    const path = `${BACKUPS}/one`;
    const { status } = await patch('json-patch+json', path, operations);
    expect(status).toBe(code);
  });

  it('merges lists of built-in kinds by their keys in a strategic merge patch', async () => {
    const deployments = '/apis/apps/v1/namespaces/velero/deployments';
    const container = (name: string, image: string) => ({ name, image });
    await client.create(deployments, {
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { a: 'b' } },
        template: { spec: { containers: [container('one', 'x')] } },
      },
    });
    const type = 'strategic-merge-patch+json';
    const { body } = await patch(type, `${deployments}/web`, {
      spec: { template: { spec: { containers: [container('two', 'y')] } } },
    });
    expect(body.spec.template.spec.containers).toEqual([
      container('one', 'x'),
      container('two', 'y'),
    ]);
  });
});
