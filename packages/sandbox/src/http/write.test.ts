import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const BACKUPS = '/apis/velero.io/v1/namespaces/velero/backups';

describe('writing objects', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeEach(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'a', velero: false }] });
    client = new TestClient(sandbox.cluster('a'));
  });

  afterEach(() => sandbox.stop());

  function create(name: string, more: Record<string, unknown> = {}) {
    return client.create(BACKUPS, { metadata: { name }, ...more });
  }

  it('fills in what the server knows', async () => {
    const { status, body } = await create('one', { spec: { ttl: '1h' } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name: 'one', namespace: 'velero', generation: 1 },
      spec: { ttl: '1h' },
    });
    const { uid, creationTimestamp, resourceVersion } = body.metadata;
    expect(uid).toMatch(/^[-0-9a-f]{36}$/);
    expect(creationTimestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(resourceVersion).toMatch(/^\d+$/);
  });

  it('makes a name from generateName', async () => {
    const { body } = await client.create(BACKUPS, {
      metadata: { generateName: 'one-' },
    });
    expect(body.metadata.name).toMatch(/^one-[a-z0-9]{5}$/);
  });

  it('remembers which client owns which field', async () => {
    await create('one', {
      spec: { ttl: '1h', hooks: {}, csiSnapshotTimeout: '1m' },
    });
    const { body } = await client.request(`${BACKUPS}/one`, {
      method: 'PATCH',
      body: { metadata: { labels: { a: 'b' } }, spec: { ttl: '2h' } },
      headers: {
        'content-type': 'application/merge-patch+json',
        'user-agent': 'other/2 (x)',
      },
    });
    const entry = {
      operation: 'Update',
      apiVersion: 'velero.io/v1',
      time: expect.any(String),
      fieldsType: 'FieldsV1',
    };
    expect(body.metadata.managedFields).toEqual([
      {
        ...entry,
        manager: 'other',
        fieldsV1: {
          'f:metadata': { 'f:labels': { '.': {}, 'f:a': {} } },
          'f:spec': { 'f:ttl': {} },
        },
      },
      {
        ...entry,
        manager: 'test',
        fieldsV1: {
          'f:spec': { '.': {}, 'f:csiSnapshotTimeout': {}, 'f:hooks': {} },
        },
      },
    ]);
  });

  it('writes spec and status as one, and moves the generation with both', async () => {
    await create('one');
    const status = { phase: 'Completed' };
    const patched = await client.patch(`${BACKUPS}/one`, { status });
    expect(patched.body.status).toEqual(status);
    expect(patched.body.metadata.generation).toBe(2);
    const labelled = await client.patch(`${BACKUPS}/one`, {
      metadata: { labels: { a: 'b' } },
    });
    expect(labelled.body.metadata.generation).toBe(2);
  });

  it('answers 404 for the status of an object, in the words for a missing object', async () => {
    await create('one');
    const body = { status: { phase: 'Completed' } };
    const existing = await client.patch(`${BACKUPS}/one/status`, body);
    const missing = await client.request(`${BACKUPS}/one-x`);
    expect(existing.status).toBe(404);
    expect(existing.body.message).toBe('backups.velero.io "one" not found');
    expect(missing.body).toEqual({
      ...existing.body,
      message: 'backups.velero.io "one-x" not found',
      details: { name: 'one-x', group: 'velero.io', kind: 'backups' },
    });
  });

  it.each(['POST', 'DELETE'])(
    'does not know a %s outside of a namespace',
    async method => {
      const path = '/apis/velero.io/v1/backups';
      const { status, text } = await client.request(path, { method, body: {} });
      expect([status, text]).toEqual([404, '404 page not found\n']);
    },
  );

  it('leaves the resource version where it is when nothing changes', async () => {
    const { body } = await create('one', { spec: { ttl: '1h' } });
    const same = await client.patch(`${BACKUPS}/one`, { spec: { ttl: '1h' } });
    expect(same.body).toEqual(body);
  });

  it('removes a field that is patched with null', async () => {
    await create('one', { spec: { ttl: '1h', storageLocation: 'x' } });
    const { body } = await client.patch(`${BACKUPS}/one`, {
      spec: { ttl: null },
    });
    expect(body.spec).toEqual({ storageLocation: 'x' });
  });

  it('refuses an object in a namespace that does not exist', async () => {
    const path = BACKUPS.replace('/velero/', '/nowhere/');
    const { status, body } = await client.create(path, {
      metadata: { name: 'one' },
    });
    expect(status).toBe(404);
    expect(body.message).toBe('namespaces "nowhere" not found');
  });

  it('replaces an object only at its present version', async () => {
    const { body } = await create('one', { spec: { ttl: '1h' } });
    const put = (object: unknown) =>
      client.request(`${BACKUPS}/one`, { method: 'PUT', body: object });
    const changed = await put({ ...body, spec: { ttl: '2h' } });
    expect(changed.status).toBe(200);
    const stale = await put({ ...body, spec: { ttl: '3h' } });
    expect(stale.status).toBe(409);
    expect(stale.body.message).toBe(
      'Operation cannot be fulfilled on backups.velero.io "one": the object has been modified; please apply your changes to the latest version and try again',
    );
    const { resourceVersion: _, ...metadata } = body.metadata;
    const blind = await put({ ...body, metadata });
    expect(blind.status).toBe(422);
    expect(blind.body.message).toContain('must be specified for an update');
  });

  it('refuses patches of other kinds with 415', async () => {
    await create('one');
    const { status } = await client.request(`${BACKUPS}/one`, {
      method: 'PATCH',
      body: {},
      headers: { 'content-type': 'application/strategic-merge-patch+json' },
    });
    expect(status).toBe(415);
  });

  it('answers as if it had written when only trying', async () => {
    const trial = await client.create(`${BACKUPS}?dryRun=All`, {
      metadata: { name: 'one' },
    });
    expect(trial.status).toBe(201);
    expect(trial.body.metadata.resourceVersion).toBeUndefined();
    expect((await client.request(`${BACKUPS}/one`)).status).toBe(404);
    await create('one');
    const deletion = `${BACKUPS}/one?dryRun=All`;
    await client.request(deletion, { method: 'DELETE' });
    expect((await client.request(`${BACKUPS}/one`)).status).toBe(200);
  });

  it('tells what a removal would wait for when only trying, and in the form that is asked for', async () => {
    await create('one', {
      metadata: { name: 'one', annotations: { of: 'us' } },
    });
    const { body } = await client.request(`${BACKUPS}/one`, {
      method: 'DELETE',
      headers: {
        accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
      },
      body: { dryRun: ['All'], propagationPolicy: 'Foreground' },
    });
    expect(body).toMatchObject({
      kind: 'PartialObjectMetadata',
      metadata: {
        annotations: { of: 'us' },
        finalizers: ['foregroundDeletion'],
      },
    });
    expect(body).not.toHaveProperty('spec');
    const { body: kept } = await client.request(`${BACKUPS}/one`);
    expect(kept.metadata.finalizers).toBeUndefined();
  });

  it.each([
    ['Background', 404],
    ['Foreground', 404],
    ['Orphan', 200],
  ])('deletes %s what an object owns', async (policy, code) => {
    const schedules = BACKUPS.replace('/backups', '/schedules');
    const { body: owner } = await client.create(schedules, {
      metadata: { name: 'daily' },
      spec: { schedule: '0 1 * * *', template: {} },
    });
    const { uid } = owner.metadata;
    const reference = { apiVersion: 'velero.io/v1', kind: 'Schedule' };
    await client.create(BACKUPS, {
      metadata: {
        name: 'one',
        ownerReferences: [{ ...reference, name: 'daily', uid }],
      },
    });
    const path = `${schedules}/daily?propagationPolicy=${policy}`;
    await client.request(path, { method: 'DELETE' });
    expect((await client.request(`${schedules}/daily`)).status).toBe(404);
    expect((await client.request(`${BACKUPS}/one`)).status).toBe(code);
  });

  it('keeps the status of built-in kinds apart', async () => {
    const pods = '/api/v1/namespaces/velero/pods';
    await client.create(pods, {
      metadata: { name: 'one' },
      spec: { containers: [{ name: 'c', image: 'i' }] },
    });
    const status = { phase: 'Running' };
    const ignored = await client.patch(`${pods}/one`, { status });
    expect(ignored.body.status).toEqual({ phase: 'Pending' });
    const { body } = await client.patch(`${pods}/one/status`, { status });
    expect(body.status).toEqual(status);
  });

  it('deletes', async () => {
    const { body } = await create('one');
    const precondition = { preconditions: { uid: 'another' } };
    const refused = await client.request(`${BACKUPS}/one`, {
      method: 'DELETE',
      body: precondition,
    });
    expect(refused.status).toBe(409);
    const deleted = await client.request(`${BACKUPS}/one`, {
      method: 'DELETE',
    });
    expect(deleted.body).toMatchObject({
      kind: 'Status',
      status: 'Success',
      details: { name: 'one', kind: 'backups', uid: body.metadata.uid },
    });
    expect((await client.request(`${BACKUPS}/one`)).status).toBe(404);
  });

  it('keeps an object with finalizers until the last is gone', async () => {
    await client.create(BACKUPS, {
      metadata: { name: 'one', finalizers: ['x.io/y'] },
    });
    const marked = await client.request(`${BACKUPS}/one`, { method: 'DELETE' });
    expect(marked.body.metadata.deletionTimestamp).toBeDefined();
    expect((await client.request(`${BACKUPS}/one`)).status).toBe(200);
    await client.patch(`${BACKUPS}/one`, { metadata: { finalizers: null } });
    expect((await client.request(`${BACKUPS}/one`)).status).toBe(404);
  });

  it('removes the objects of a deleted namespace', async () => {
    await client.create('/api/v1/namespaces', { metadata: { name: 'team' } });
    await client.create(BACKUPS.replace('/velero/', '/team/'), {
      metadata: { name: 'one' },
    });
    await client.request('/api/v1/namespaces/team', { method: 'DELETE' });
    const { body } = await client.request('/apis/velero.io/v1/backups');
    expect(body.items).toEqual([]);
  });
});
