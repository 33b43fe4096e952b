import { text } from 'node:stream/consumers';
import { ConnectionFixture } from './__testUtils__/ConnectionFixture';

const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

describe('rights through HttpClusterConnection', () => {
  let fixture: ConnectionFixture;

  beforeEach(async () => {
    fixture = await ConnectionFixture.start();
  });

  afterEach(() => fixture.stop());

  const ask = (changes: object = {}) =>
    fixture.connect().mayRemove({
      resource: 'namespaces',
      namespace: '',
      name: 'shop-drill-0123abcd',
      signal: fixture.controller.signal,
      ...changes,
    });

  it.each([true, false])(
    'are asked for by name, of the cluster itself: %s',
    async allowed => {
      let sent = '';
      fixture.server.answer = async (request, response) => {
        sent = `${request.method} ${request.url} ${await text(request)}`;
        response.writeHead(201);
        response.end(JSON.stringify({ status: { allowed } }));
      };
      await expect(ask()).resolves.toBe(allowed);
      const [method, path, ...body] = sent.split(' ');
      expect([method, path]).toEqual(['POST', REVIEWS]);
      expect(JSON.parse(body.join(' '))).toEqual({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: {
          resourceAttributes: {
            group: '',
            resource: 'namespaces',
            verb: 'delete',
            name: 'shop-drill-0123abcd',
          },
        },
      });
    },
  );

  it('name the group and the namespace where there are any', async () => {
    let sent = '';
    fixture.server.answer = async (request, response) => {
      sent = await text(request);
      response.writeHead(201);
      response.end(JSON.stringify({ status: { allowed: true } }));
    };
    await ask({ resource: 'schedules', namespace: 'velero', name: 'daily' });
    expect(JSON.parse(sent).spec.resourceAttributes).toEqual({
      group: 'velero.io',
      resource: 'schedules',
      verb: 'delete',
      namespace: 'velero',
      name: 'daily',
    });
  });

  it.each<[string, number, unknown, string]>([
    ['no status', 201, {}, 'malformed'],
    ['no JSON', 201, 'yes', 'malformed'],
    ['a refusal', 403, {}, 'forbidden'],
    ['a failure', 500, {}, 'unreachable'],
  ])('are not known from %s', async (_name, status, body, kind) => {
    fixture.server.reply(status, body);
    await expect(ask()).rejects.toMatchObject({ kind });
  });
});
