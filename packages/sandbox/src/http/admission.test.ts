import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const BACKUPS = '/apis/velero.io/v1/namespaces/velero/backups';
const LOCATIONS = '/apis/velero.io/v1/namespaces/velero/backupstoragelocations';

describe('admitting objects', () => {
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

  it.each([
    [
      {
        provider: 'aws',
        objectStorage: { bucket: 'b' },
        accessMode: 'WriteOnly',
      },
      'spec.accessMode: Unsupported value: "WriteOnly": supported values: "ReadOnly", "ReadWrite"',
    ],
    [
      { provider: 'aws', objectStorage: {} },
      'spec.objectStorage.bucket: Required value',
    ],
    [
      {
        provider: 'aws',
        objectStorage: { bucket: 'b' },
        config: { s3ForcePathStyle: true },
      },
      'spec.config.s3ForcePathStyle in body must be of type string: "boolean"',
    ],
  ])('refuses the location %j with 422', async (spec, text) => {
    const { status, body } = await client.create(LOCATIONS, {
      metadata: { name: 'x' },
      spec,
    });
    expect([status, body.reason]).toEqual([422, 'Invalid']);
    expect(body.message).toContain(
      'BackupStorageLocation.velero.io "x" is invalid: ',
    );
    expect(body.message).toContain(text);
    expect(body.details.causes[0].field).toMatch(/^spec\./);
  });

  it('takes a duration that Velero cannot read, as the schema knows no durations', async () => {
    const { status } = await create('one', { spec: { ttl: '30d' } });
    expect(status).toBe(201);
  });

  it('drops unknown fields silently, or refuses them when asked to', async () => {
    const body = {
      metadata: { name: 'one' },
      spec: { bucket: 'x', ttl: '1h' },
    };
    const strict = await client.create(
      `${BACKUPS}?fieldValidation=Strict`,
      body,
    );
    expect(strict.status).toBe(400);
    expect(strict.body.message).toContain('unknown field "spec.bucket"');
    const lenient = await client.create(BACKUPS, body);
    expect(lenient.body.spec).toEqual({ ttl: '1h' });
  });

  it('knows a custom resource by what it says of itself', async () => {
    const post = (body: object) =>
      client.request(BACKUPS, { method: 'POST', body });
    const metadata = { name: 'one' };
    const missing = await post({ apiVersion: 'velero.io/v1', metadata });
    expect(missing.status).toBe(400);
    expect(missing.body.message).toContain("Object 'Kind' is missing in");
    const kind = 'Restore';
    const other = await post({ apiVersion: 'velero.io/v1', kind, metadata });
    expect(other.status).toBe(422);
    expect(other.body.message).toBe(
      'Restore.velero.io "one" is invalid: kind: Invalid value: "Restore": must be Backup',
    );
    const version = { apiVersion: 'v1', kind: 'Backup', metadata };
    expect((await post(version)).body.message).toBe(
      'the API version in the data (v1) does not match the expected API version (velero.io/v1)',
    );
  });

  it('warns of what it drops', async () => {
    const { headers } = await create('one', { spec: { bucket: 'x' }, foo: 1 });
    expect(headers.get('warning')).toBe(
      '299 - "unknown field \\"foo\\"", 299 - "unknown field \\"spec.bucket\\""',
    );
    const quiet = await client.create(`${BACKUPS}?fieldValidation=Ignore`, {
      metadata: { name: 'two' },
      spec: { bucket: 'x' },
    });
    expect(quiet.headers.get('warning')).toBeNull();
  });

  it('fills in the defaults of the definition and drops nulls that it does not allow', async () => {
    const { body } = await client.create(LOCATIONS, {
      metadata: { name: 'x' },
      spec: {
        provider: 'aws',
        objectStorage: { bucket: 'b', prefix: null },
        credential: { key: 'k' },
      },
    });
    expect(body.spec).toEqual({
      provider: 'aws',
      objectStorage: { bucket: 'b' },
      credential: { key: 'k', name: '' },
    });
  });

  it('reads built-in kinds into their types first', async () => {
    const path = '/api/v1/namespaces/velero/configmaps';
    const metadata = { name: 'one' };
    const { status, body } = await client.create(path, {
      metadata,
      data: { a: 1 },
    });
    expect([status, body.message]).toEqual([
      400,
      'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
    ]);
  });

  it.each([
    ['dryRun=Some', 'dryRun: Unsupported value: ["Some"]'],
    ['fieldValidation=Foo', 'fieldValidation: Unsupported value: "Foo"'],
  ])('refuses the option %s', async (query, text) => {
    const { status, body } = await client.create(`${BACKUPS}?${query}`, {
      metadata: { name: 'one' },
    });
    expect(status).toBe(422);
    expect(body.message).toContain(
      `CreateOptions.meta.k8s.io "" is invalid: ${text}`,
    );
  });

  it.each([
    ['with the same name', 'one', 409, 'AlreadyExists', 'already exists'],
    ['with a bad name', 'Bad_NS', 422, 'Invalid', 'RFC 1123 subdomain'],
    ['without a name', undefined, 422, 'Invalid', 'name or generateName'],
  ])('refuses an object %s', async (_, name, code, reason, text) => {
    await create('one');
    const { status, body } = await client.create(BACKUPS, {
      metadata: { name },
    });
    expect([status, body.reason]).toEqual([code, reason]);
    expect(body.message).toContain(text);
  });
});
