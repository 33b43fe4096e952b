import { Sandbox, startSandbox } from '../startSandbox';
import { TestClient } from '../testing/TestClient';

const VELERO = '/apis/velero.io/v1/namespaces/velero';
const TABLE = {
  accept: 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json;q=0.1',
};

describe('representations', () => {
  let sandbox: Sandbox;
  let client: TestClient;

  beforeEach(async () => {
    const now = () => new Date('2026-11-23T12:00:00Z');
    sandbox = await startSandbox({
      clusters: [{ name: 'a', velero: false }],
      now,
    });
    client = new TestClient(sandbox.cluster('a'));
    const { objects } = sandbox.cluster('a');
    objects.put('schedules', {
      metadata: {
        name: 'daily',
        namespace: 'velero',
        creationTimestamp: '2026-11-23T11:30:00Z',
      },
      spec: { schedule: '0 1 * * *', paused: true, template: {} },
      status: { phase: 'Enabled', lastBackup: '2026-11-21T09:00:00Z' },
    });
  });

  afterEach(() => sandbox.stop());

  /** Bodies and answers that are no JSON. */
  function send(
    path: string,
    options: RequestInit & { headers: Record<string, string> },
  ) {
    const { url, tokens } = sandbox.cluster('a');
    const authorization = `Bearer ${tokens.admin}`;
    const headers = { authorization, ...options.headers };
    return fetch(`${url}${path}`, { ...options, headers });
  }

  it('shows as a table what the definition of the kind asks for', async () => {
    const { body } = await client.request(`${VELERO}/schedules`, {
      headers: TABLE,
    });
    expect(body).toMatchObject({
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      rows: [
        {
          cells: ['daily', 'Enabled', '0 1 * * *', '2d3h', '30m', true],
          object: { kind: 'PartialObjectMetadata' },
        },
      ],
    });
    expect(
      body.columnDefinitions.map((column: { name: string }) => column.name),
    ).toEqual(['Name', 'Status', 'Schedule', 'LastBackup', 'Age', 'Paused']);
  });

  it('shows the age of a kind that asks for nothing', async () => {
    await client.create(`${VELERO}/backups`, { metadata: { name: 'one' } });
    const { body } = await client.request(`${VELERO}/backups/one`, {
      headers: TABLE,
    });
    expect(body.rows[0].cells).toEqual(['one', '0s']);
  });

  it('says the columns of a watch in its first event only', async () => {
    await client.create(`${VELERO}/backups`, { metadata: { name: 'one' } });
    await client.create(`${VELERO}/backups`, { metadata: { name: 'two' } });
    const answer = await send(`${VELERO}/backups?watch=1&timeoutSeconds=1`, {
      headers: TABLE,
    });
    const [first, second] = (await answer.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(first.object.columnDefinitions).toHaveLength(2);
    expect(second.object.columnDefinitions).toBeNull();
  });

  it('gives the metadata alone', async () => {
    const accept =
      'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';
    const { body } = await client.request(`${VELERO}/schedules`, {
      headers: { accept },
    });
    expect(body.kind).toBe('PartialObjectMetadataList');
    expect(Object.keys(body.items[0])).toEqual([
      'kind',
      'apiVersion',
      'metadata',
    ]);
  });

  it('gives JSON to clients that would rather have protobuf', async () => {
    const accept = 'application/vnd.kubernetes.protobuf,application/json';
    const { body } = await client.request(`${VELERO}/schedules`, {
      headers: { accept },
    });
    expect(body.kind).toBe('ScheduleList');
  });

  it('refuses what it cannot write with 406', async () => {
    const headers = { accept: 'text/html' };
    const { status, body } = await client.request(`${VELERO}/schedules`, {
      headers,
    });
    expect([status, body.reason]).toEqual([406, 'NotAcceptable']);
  });

  it('gives and takes YAML', async () => {
    const headers = { accept: 'application/yaml' };
    const path = `${VELERO}/schedules/daily`;
    const { text } = await client.request(path, { headers });
    expect(text).toContain('kind: Schedule\n');
    const response = await send(`${VELERO}/backups`, {
      method: 'POST',
      headers: { 'content-type': 'application/yaml' },
      body: 'apiVersion: velero.io/v1\nkind: Backup\nmetadata: {name: two}\n',
    });
    expect(response.status).toBe(201);
  });

  it('reads what kubectl sends in protobuf', async () => {
    const response = await send('/api/v1/namespaces', {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.kubernetes.protobuf' },
      body: namespaceInProtobuf('team'),
    });
    expect(response.status).toBe(201);
    const { body } = await client.request('/api/v1/namespaces/team');
    expect(body).toMatchObject({
      kind: 'Namespace',
      metadata: { labels: { 'kubernetes.io/metadata.name': 'team' } },
      status: { phase: 'Active' },
    });
  });
});

/** The bytes that Go writes, empty fields included. */
function namespaceInProtobuf(name: string): Buffer {
  const field = (number: number, content: Buffer | string) => {
    const bytes = Buffer.from(content);
    return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
  };
  const metadata = Buffer.concat([field(1, name), field(2, ''), field(8, '')]);
  const namespace = Buffer.concat([field(1, metadata), field(2, '')]);
  const identity = Buffer.concat([field(1, 'v1'), field(2, 'Namespace')]);
  const envelope = [field(1, identity), field(2, namespace), field(3, '')];
  return Buffer.concat([Buffer.from('k8s\0'), ...envelope]);
}
