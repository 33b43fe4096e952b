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

  it('creates an object, and has unknown fields refused', async () => {
    let sent = '';
    server.answer = async (request, response) => {
      sent = `${request.method} ${request.url} ${await text(request)}`;
      response.writeHead(201).end('{}');
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

  it('removes an object, and is content when it is gone', async () => {
    const methods: Array<string | undefined> = [];
    server.answer = ({ method }, response) => {
      methods.push(method);
      response.writeHead(methods.length === 1 ? 200 : 404);
      response.end(JSON.stringify(status(404)));
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
      "The cluster has no downloadrequests of the name 'one'",
    ],
    [
      '404 page not found\n',
      'The cluster does not serve downloadrequests.velero.io',
    ],
  ])(
    'tells a missing object from a missing kind: %j',
    async (body, message) => {
      server.reply(404, body);
      await expect(fixture.connect().get(one())).rejects.toMatchObject({
        kind: 'not-found',
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
