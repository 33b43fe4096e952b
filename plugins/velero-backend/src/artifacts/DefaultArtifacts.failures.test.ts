import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { text } from 'node:stream/consumers';
import { createCertificate } from '../clusters/__testUtils__/createCertificate';
import { ArtifactFixture, CANARY } from './__testUtils__/ArtifactFixture';

/** What S3 says, with an address in it. */
function refusal(code: string) {
  return `<?xml version="1.0"?><Error><Code>${code}</Code><Resource>/b/${CANARY}</Resource></Error>`;
}

const LIST = { 'v1/Namespace': ['payments'] };

describe('failures of DefaultArtifacts', () => {
  let fixture: ArtifactFixture | undefined;

  afterEach(() => fixture?.stop());

  async function start(
    options: Parameters<typeof ArtifactFixture.start>[0] = {},
  ) {
    fixture = await ArtifactFixture.start(options);
    fixture.keep(LIST);
    return fixture;
  }

  /** Asks, and looks that nothing stays behind or shows the link. */
  async function failure() {
    const asked = fixture!.artifacts.resources(fixture!.question());
    const error = await asked.then(
      () => Promise.reject(new Error('It did not fail')),
      reason => reason,
    );
    await fixture!.artifacts.stop();
    expect(fixture!.openRequests).toEqual([]);
    const shown = [error.message, error.stack, JSON.stringify(error)];
    expect([...shown, ...fixture!.warnings].join()).not.toContain(CANARY);
    return error;
  }

  it.each([
    [404, refusal('NoSuchKey'), 'missing', /\(404 NoSuchKey\): Velero stored/],
    [404, refusal('NoSuchBucket'), 'missing', /bucket .* \(404 NoSuchBucket\)/],
    [
      403,
      refusal('SignatureDoesNotMatch'),
      'store-refuses',
      /credential of the storage location/,
    ],
    [401, '', 'store-refuses', /does not accept the link .* \(401\)/],
    [503, refusal('SlowDown'), 'store-refuses', /\(503 SlowDown\)/],
    [307, '', 'store-refuses', /where it does not follow/],
  ])('%i %s of the store is %s', async (status, body, reason, message) => {
    const { store } = await start();
    store.reply(status, body, { location: `https://example.com/?${CANARY}` });
    const error = await failure();
    expect(error).toMatchObject({ name: 'ArtifactError', reason });
    expect(error.message).toMatch(message);
    expect(store.seen).toHaveLength(1);
  });

  it('says that the store cannot be reached', async () => {
    const { store } = await start();
    const { link } = fixture!;
    await store.stop();
    fixture!.status = () => ({ phase: 'Processed', downloadURL: link });
    const error = await failure();
    expect(error).toMatchObject({ reason: 'store-unreachable' });
    expect(error.message).toMatch(/refuses connections \(ECONNREFUSED\)/);
    await store.start();
  });

  it.each([
    'http://169.254.169.254/latest?',
    'http://[fe80::1]/?',
    'http://[::ffff:169.254.169.254]/?',
    'http://100.100.100.200/?',
    'http://192.0.0.192/?',
    'http://168.63.129.16/?',
    'http://[fd20:ce::254]/?',
  ])('asks nothing at %s', async address => {
    await start();
    const downloadURL = `${address}${CANARY}`;
    fixture!.status = () => ({ phase: 'Processed', downloadURL });
    await expect(failure()).resolves.toMatchObject({
      reason: 'address-refused',
      statusCode: 502,
    });
  });

  it.each(['file:///etc/passwd', 'nonsense', 'ftp://store/x'])(
    'follows no link such as %s',
    async downloadURL => {
      await start();
      fixture!.status = () => ({ phase: 'Processed', downloadURL });
      await expect(failure()).resolves.toMatchObject({ reason: 'no-link' });
    },
  );

  describe('with a certificate of an authority that the portal does not know', () => {
    const certificate = createCertificate();

    it('trusts the one that the storage location names', async () => {
      const { eu } = await start({ certificate });
      const caCert = Buffer.from(certificate.cert).toString('base64');
      eu.objects.put('backupstoragelocations', {
        metadata: { name: 'archive', namespace: 'velero' },
        spec: { provider: 'aws', objectStorage: { bucket: 'b', caCert } },
      });
      const { artifacts } = fixture!;
      await expect(
        artifacts.resources(fixture!.question()),
      ).resolves.toHaveLength(1);
    });

    it('says where to put it', async () => {
      const { eu } = await start({ certificate });
      eu.objects.put('backupstoragelocations', {
        metadata: { name: 'archive', namespace: 'velero' },
        spec: { provider: 'aws', objectStorage: { bucket: 'b' } },
      });
      const error = await failure();
      expect(error).toMatchObject({ reason: 'certificate-unknown' });
      expect(error.message).toMatch(/spec\.objectStorage\.caCert/);
    });
  });

  it.each([
    ['not-gzip', Buffer.from('<html>log in</html>'), /not packed as Velero/],
    ['cut', gzipSync('{"v1/Namespace":[]}').subarray(0, 20), /ends in the mid/],
    ['malformed', gzipSync('{"v1/Namespace":["pay'), /cut in the middle/],
    ['malformed', gzipSync('"text"'), /not the JSON that Velero writes/],
  ])('takes no file that is %s', async (reason, file, message) => {
    await start();
    fixture!.keepPacked(file);
    const error = await failure();
    expect(error).toMatchObject({ reason, statusCode: 502 });
    expect(error.message).toMatch(message);
  });

  it('stops unpacking a small file that becomes large', async () => {
    await start({ limits: { parsedBytes: 1024 * 1024 } });
    fixture!.keep(Buffer.alloc(100 * 1024 * 1024));
    const error = await failure();
    expect(error).toMatchObject({ reason: 'too-large' });
    expect(error.message).toMatch(/larger than the portal reads, 1 MiB unpack/);
  });

  it('stops reading a file that is large as it is', async () => {
    await start({ limits: { compressedBytes: 10 } });
    const error = await failure();
    expect(error.message).toMatch(/larger than the portal reads, 0 MiB;/);
  });

  it.each([
    [{ silence: 30 }, 'cut', /fell silent/],
    [{ begin: 100 }, 'too-slow', /did not begin to come within 0\.1 s/],
  ])(
    'waits for a silent store no longer than %j',
    async (limits, reason, message) => {
      const { store } = await start({ limits });
      store.answer = (_, response) => {
        response.writeHead(200);
        response.write(gzipSync('{').subarray(0, 5));
      };
      const error = await failure();
      expect(error).toMatchObject({ reason });
      expect(error.message).toMatch(message);
    },
  );

  it('reads on for longer than a file may take to begin', async () => {
    const { store } = await start({ limits: { begin: 3000 } });
    const file = gzipSync(randomBytes(1_000_000).toString('hex'));
    store.answer = (_, response) => {
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, 200_000));
      setTimeout(() => response.end(file.subarray(200_000)), 3500);
    };
    const log = await fixture!.artifacts.log(fixture!.question());
    expect(await text(log)).toHaveLength(2_000_000);
  });

  it('says that the connection broke', async () => {
    const { store } = await start();
    store.answer = (_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write(gzipSync('{}').subarray(0, 5));
      setTimeout(() => response.destroy(), 20);
    };
    const error = await failure();
    expect(error).toMatchObject({ reason: 'cut' });
    expect(error.message).toMatch(/the connection to the object store broke/);
  });

  it.each([
    ['not-answered', 504, undefined, /did not answer .* within 0\.2 s/],
    ['no-link', 502, { phase: 'Failed', message: CANARY }, /gives no link/],
    ['no-link', 502, { expiration: '2026-11-28T00:00:00Z' }, /gives no link/],
  ])('%s (%i) when Velero writes %j', async (reason, code, status, message) => {
    await start({ limits: { answer: 200, unsignedGrace: 20 } });
    fixture!.status = () => status;
    const error = await failure();
    expect(error).toMatchObject({ reason, statusCode: code });
    expect(error.message).toMatch(message);
  });

  it('says that somebody removed the request', async () => {
    const { eu } = await start();
    fixture!.status = () => {
      const [{ metadata }] = eu.objects.list('downloadrequests');
      eu.objects.remove('downloadrequests', metadata.name, 'velero');
      return undefined;
    };
    const error = await failure();
    expect(error.message).toMatch(/was removed in cluster 'eu' before/);
  });

  it('names the right that is missing and who grants it', async () => {
    await start({ token: 'reader' });
    const error = await failure();
    expect(error).toMatchObject({
      reason: 'right-missing',
      message:
        "The portal's account may not create downloadrequests.velero.io in namespace velero of cluster 'eu'. An administrator of the cluster grants it with the bundle deploy/rbac/logs",
    });
  });

  it.each([
    [{ notInstalled: true }, 'kind-missing', /does not serve downloadrequests/],
    [{ down: true }, 'cluster-unreachable', /Cluster 'eu' has to be asked/],
    [{ unauthorized: true }, 'cluster-refuses', /credential/],
    [{ tooManyRequests: 1 }, 'cluster-unreachable', /fewer requests/],
  ])('a cluster that is %j is %s', async (faults, reason, message) => {
    const { eu } = await start();
    eu.faults.set(faults);
    const error = await failure();
    expect(error).toMatchObject({ reason });
    expect(error.message).toMatch(message);
  });

  it('says why there is no way to a cluster', async () => {
    await start();
    const question = fixture!.question({ cluster: 'us' });
    await expect(fixture!.artifacts.resources(question)).rejects.toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('its token is missing'),
    });
  });

  it.each([
    [{ lifecycle: 'waiting', outcome: undefined }, /has not begun yet/],
    [{ lifecycle: 'running', outcome: undefined }, /is still running/],
    [{ outcome: 'invalid' }, /its validation errors say why/],
    [{ outcome: 'failed', startedAt: undefined }, /failed before it began/],
    [
      {
        outcome: 'failed',
        failureReason: 'backup already exists in object storage',
      },
      /of that name, so it has no list of resources of its own/,
    ],
  ] as const)('asks nothing about a backup that is %j', async (is, message) => {
    await start();
    const asked = fixture!.artifacts.resources(fixture!.question(is));
    await expect(asked).rejects.toThrow(message);
    expect(fixture!.requests.size).toBe(0);
  });

  it('says in the last line why a log is cut', async () => {
    const { store } = await start();
    const file = gzipSync(Buffer.alloc(200_000, 'line\n'));
    store.answer = (_, response) => {
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, file.length - 20));
      setTimeout(() => response.destroy(), 50);
    };
    const log = await fixture!.artifacts.log(fixture!.question());
    const lines = (await text(log)).trimEnd().split('\n');
    expect(lines[0]).toBe('line');
    expect(lines.at(-1)).toMatch(
      /^\[The log is cut here\. The log came only in part: .*\]$/,
    );
  });

  it('ends a log that is too large, and says so', async () => {
    await start({ limits: { streamedBytes: 1024 * 1024 } });
    fixture!.keep(Buffer.alloc(300 * 1024 * 1024));
    const log = await fixture!.artifacts.log(fixture!.question());
    const content = await text(log);
    expect(content.length).toBeLessThan(1024 * 1024 + 300);
    expect(content).toMatch(/\[The log is cut here\. The log is larger than/);
  });
});
