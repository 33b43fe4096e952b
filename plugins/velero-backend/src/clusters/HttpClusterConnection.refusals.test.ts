import { ConnectionFixture, status } from './__testUtils__/ConnectionFixture';
import { ScriptedServer } from './__testUtils__/ScriptedServer';
import { ClusterError } from './ClusterError';

const LIST_BACKUPS = 'list backups.velero.io in all namespaces';

describe('refusals to HttpClusterConnection', () => {
  let fixture: ConnectionFixture;
  let server: ScriptedServer;

  beforeEach(async () => {
    fixture = await ConnectionFixture.start();
    ({ server } = fixture);
  });

  afterEach(() => fixture.stop());

  it.each([
    [
      401,
      status(401),
      'unauthorized',
      "The API server does not accept the portal's credential (401)",
    ],
    [
      401,
      'log in',
      'unauthorized',
      "What answers for the cluster does not accept the portal's credential (401)",
    ],
    [
      403,
      status(403, { message: 'User "x" cannot list backups' }),
      'forbidden',
      `The portal's account may not ${LIST_BACKUPS}`,
    ],
    [
      403,
      '<html>no</html>',
      'forbidden',
      'Something before the API server forbids the request (403)',
    ],
    [
      404,
      status(404),
      'not-served',
      'The cluster does not serve backups.velero.io',
    ],
    [
      404,
      '404 page not found\n',
      'not-served',
      'The cluster does not serve backups.velero.io',
    ],
    [
      404,
      '<html>nothing here</html>',
      'malformed',
      "The cluster's URL does not lead to a Kubernetes API server (404)",
    ],
    [
      410,
      status(410, { reason: 'Expired' }),
      'expired',
      'The cluster no longer knows the resource version',
    ],
    [
      504,
      status(504, {
        details: { causes: [{ reason: 'ResourceVersionTooLarge' }] },
      }),
      'expired',
      'The cluster is at an earlier resource version than the portal',
    ],
    [
      429,
      status(429),
      'too-many-requests',
      'The API server asks for fewer requests (429)',
    ],
    [
      400,
      status(400, { message: 'continue key is not valid' }),
      'unsupported',
      `The API server does not take the request to ${LIST_BACKUPS} (400): continue key is not valid`,
    ],
    [
      400,
      'Client sent an HTTP request to an HTTPS server.',
      'malformed',
      "The cluster's URL does not lead to a Kubernetes API server (400)",
    ],
    [
      422,
      status(422),
      'unsupported',
      `The API server does not take the request to ${LIST_BACKUPS} (422)`,
    ],
    [500, status(500), 'unreachable', 'The API server fails with status 500'],
    [
      502,
      '<html>Bad Gateway</html>',
      'unreachable',
      'What answers for the cluster fails with status 502',
    ],
    [504, status(504), 'unreachable', 'The API server fails with status 504'],
    [
      301,
      '',
      'malformed',
      "The cluster's URL does not lead to a Kubernetes API server (301)",
    ],
    [
      204,
      '',
      'malformed',
      "The cluster's URL does not lead to a Kubernetes API server (204)",
    ],
  ])('%i %j means %s', async (code, body, kind, message) => {
    server.reply(code, body);
    const error = await fixture.list().catch(caught => caught);
    expect(error).toBeInstanceOf(ClusterError);
    expect(error).toMatchObject({ kind, message });
  });

  it('names the namespace where a right is missing', async () => {
    server.reply(403, status(403));
    await expect(fixture.list({}, { namespace: 'velero' })).rejects.toThrow(
      "The portal's account may not list backups.velero.io in namespace velero",
    );
  });

  it.each([
    [429, '3', 3000],
    [503, '10', 10_000],
    [429, '86400', 300_000],
    [429, 'soon', undefined],
    [429, 'Thu, 01 Jan 1970 00:00:00 GMT', undefined],
  ])('%i with Retry-After %s waits %s ms', async (code, header, retryAfter) => {
    server.reply(code, status(code), { 'retry-after': header });
    const error = await fixture.list().catch(caught => caught);
    expect(error.retryAfter).toBe(retryAfter);
  });

  it('understands a date to retry after', async () => {
    server.reply(429, status(429), {
      'retry-after': new Date(Date.now() + 100_000).toUTCString(),
    });
    const error = await fixture.list().catch(caught => caught);
    expect(error.retryAfter).toBeGreaterThan(50_000);
    expect(error.retryAfter).toBeLessThanOrEqual(100_000);
  });
});
