import { text } from 'node:stream/consumers';
import { ConnectionFixture, status } from './__testUtils__/ConnectionFixture';
import { ScriptedServer } from './__testUtils__/ScriptedServer';

const COLLECTION = '/apis/velero.io/v1/namespaces/velero/downloadrequests';

describe('single objects through HttpClusterConnection', () => {
  let fixture: ConnectionFixture;
  let server: ScriptedServer;

  beforeEach(async () => {
    fixture = await ConnectionFixture.start();
    ({ server } = fixture);
  });

  afterEach(() => fixture.stop());

  const one = () => ({
    resource: 'downloadrequests' as const,
    namespace: 'velero',
    name: 'one',
    signal: fixture.controller.signal,
  });

  const create = () =>
    fixture
      .connect()
      .create({ ...one(), labels: { of: 'us' }, spec: { a: 1 } });

  const createSecret = () =>
    fixture.connect().createSecret({
      namespace: 'velero',
      name: 'key-1',
      labels: { of: 'us' },
      data: { cloud: 'canary-ä' },
      signal: fixture.controller.signal,
    });

  const patch = () =>
    fixture.connect().patch({
      ...one(),
      resource: 'schedules',
      resourceVersion: '7',
      patch: { spec: { paused: true }, metadata: { labels: { of: 'us' } } },
    });

  it('creates an object, and has unknown fields refused', async () => {
    let sent = '';
    server.answer = async (request, response) => {
      sent = `${request.method} ${request.url} ${await text(request)}`;
      response.writeHead(201).end('{"metadata":{"name":"one"}}');
    };
    await create();
    const object = {
      apiVersion: 'velero.io/v1',
      kind: 'DownloadRequest',
      metadata: { namespace: 'velero', name: 'one', labels: { of: 'us' } },
      spec: { a: 1 },
    };
    expect(sent).toBe(
      `POST ${COLLECTION}?fieldValidation=Strict ${JSON.stringify(object)}`,
    );
    expect(server.seen[0].headers).toMatchObject({
      authorization: 'Bearer the-token',
      'content-type': 'application/json',
    });
  });

  it('tells a name that is taken from other conflicts', async () => {
    server.reply(409, status(409, { reason: 'AlreadyExists' }));
    await expect(create()).rejects.toMatchObject({ kind: 'exists' });
    server.reply(409, status(409, { reason: 'Conflict' }));
    await expect(create()).rejects.toMatchObject({ kind: 'changed' });
    server.reply(409, status(409, { reason: 'Unknown' }));
    await expect(create()).rejects.toMatchObject({ kind: 'unsupported' });
  });

  it('takes no list for a created object, as of a transport that only reads', async () => {
    server.reply(200, { items: [] });
    await expect(create()).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('reads an object', async () => {
    server.reply(200, { metadata: { name: 'one' }, status: { phase: 'New' } });
    await expect(fixture.connect().get(one())).resolves.toMatchObject({
      status: { phase: 'New' },
    });
    expect(server.seen[0].path).toBe(`${COLLECTION}/one`);
  });

  it('writes a Secret that nobody changes afterwards', async () => {
    let sent: unknown;
    server.answer = async (request, response) => {
      sent = { url: request.url, ...JSON.parse(await text(request)) };
      response.writeHead(201).end('{"metadata":{"uid":"u-1"}}');
    };
    await expect(createSecret()).resolves.toEqual({ uid: 'u-1' });
    expect(sent).toEqual({
      url: '/api/v1/namespaces/velero/secrets?fieldValidation=Strict',
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace: 'velero', name: 'key-1', labels: { of: 'us' } },
      type: 'Opaque',
      immutable: true,
      data: { cloud: Buffer.from('canary-ä').toString('base64') },
    });
  });

  it('does not pass on what an API server says of a Secret', async () => {
    const message = 'Secret "key-1" is invalid: data: "canary-ä"';
    server.reply(422, status(422, { reason: 'Invalid', message }));
    await expect(createSecret()).rejects.toMatchObject({
      kind: 'unsupported',
      message:
        'The API server does not take the request to create secrets in namespace velero (422)',
    });
  });

  it('changes an object in the version that it was read in', async () => {
    let sent = '';
    server.answer = async (request, response) => {
      const { 'content-type': type } = request.headers;
      sent = `${request.method} ${request.url} ${type} ${await text(request)}`;
      response.writeHead(200).end('{"metadata":{"resourceVersion":"8"}}');
    };
    await expect(patch()).resolves.toMatchObject({
      metadata: { resourceVersion: '8' },
    });
    expect(sent).toBe(
      `PATCH /apis/velero.io/v1/namespaces/velero/schedules/one?fieldValidation=Strict application/merge-patch+json ${JSON.stringify(
        {
          spec: { paused: true },
          metadata: { labels: { of: 'us' }, resourceVersion: '7' },
        },
      )}`,
    );
    server.reply(409, status(409, { reason: 'Conflict' }));
    await expect(patch()).rejects.toMatchObject({ kind: 'changed' });
  });

  it('removes only the object that is meant', async () => {
    let sent = '';
    server.answer = async (request, response) => {
      sent = await text(request);
      response.writeHead(409);
      response.end(JSON.stringify(status(409, { reason: 'Conflict' })));
    };
    await fixture.connect().remove({ ...one(), uid: 'u-1' });
    expect(sent).toBe('{"preconditions":{"uid":"u-1"}}');
  });

  it('learns what a Secret is marked with, and has nothing else of it sent', async () => {
    let sent = '';
    let accept: string | undefined;
    const metadata = { name: 'one', namespace: 'velero', uid: 'u-1' };
    server.answer = async (request, response) => {
      sent = await text(request);
      accept = request.headers.accept;
      response.end(JSON.stringify({ kind: 'PartialObjectMetadata', metadata }));
    };
    const { resource, ...secret } = one();
    expect(await fixture.connect().readSecretMarks(secret)).toEqual(metadata);
    expect(JSON.parse(sent)).toEqual({
      dryRun: ['All'],
      propagationPolicy: 'Foreground',
    });
    expect(accept).toBe(
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    );
    server.reply(
      404,
      status(404, { details: { name: 'one', kind: 'secrets' } }),
    );
    expect(await fixture.connect().readSecretMarks(secret)).toBeUndefined();
  });

  it('removes an object, and is content when it is gone', async () => {
    const methods: Array<string | undefined> = [];
    server.answer = ({ method }, response) => {
      methods.push(method);
      response.writeHead(methods.length === 1 ? 200 : 404);
      const details = { name: 'one', kind: 'downloadrequests' };
      response.end(JSON.stringify(status(404, { details })));
    };
    await fixture.connect().remove(one());
    await fixture.connect().remove(one());
    expect(methods).toEqual(['DELETE', 'DELETE']);
  });

  it.each([
    ['create', create],
    ['get', () => fixture.connect().get(one())],
    ['delete', () => fixture.connect().remove(one())],
  ])('names the right to %s', async (verb, ask) => {
    server.reply(403, status(403));
    await expect(ask()).rejects.toMatchObject({
      kind: 'forbidden',
      message: `The portal's account may not ${verb} downloadrequests.velero.io in namespace velero`,
    });
  });

  it.each([
    [
      status(404, { details: { name: 'one', kind: 'downloadrequests' } }),
      'not-found',
      "The cluster has no downloadrequests of the name 'one'",
    ],
    [
      '404 page not found\n',
      'not-served',
      'The cluster does not serve downloadrequests.velero.io',
    ],
  ])(
    'tells a missing object from a missing kind: %j',
    async (body, kind, message) => {
      server.reply(404, body);
      await expect(fixture.connect().get(one())).rejects.toMatchObject({
        kind,
        message,
      });
    },
  );

  it('waits for a single object only as long as a person does', async () => {
    server.answer = () => {};
    const hurried = fixture.connect({ objectTimeout: 20 });
    await expect(hurried.get(one())).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'The cluster did not answer completely within 0.02 s',
    });
  });
});
