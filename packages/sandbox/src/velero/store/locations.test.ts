import { StoreFaults } from '../../objectstore/StoreFaults';
import { eventually } from '../../testing/eventually';
import { RestoreFixture } from '../../testing/RestoreFixture';

const RIGHT = { id: 'sandbox', secret: 'sandbox' };
const MISMATCH = 'api error SignatureDoesNotMatch: The request signature';

describe('access to the object store', () => {
  let fixture: RestoreFixture;

  beforeEach(async () => {
    fixture = await RestoreFixture.startRestores();
  });

  afterEach(() => fixture.stop());

  function putSecret({ id, secret }: { id: string; secret: string }) {
    const text = `[default]\naws_access_key_id=${id}\naws_secret_access_key = ${secret}\n`;
    fixture.put('secrets', {
      metadata: { name: 'keys', namespace: 'velero' },
      data: { cloud: Buffer.from(text).toString('base64') },
    });
  }

  async function location(spec: object) {
    await fixture.create('backupstoragelocations', {
      metadata: { name: 'other' },
      spec: {
        provider: 'aws',
        objectStorage: { bucket: 'store', prefix: 'other' },
        ...spec,
      },
    });
    return eventually(async () => {
      const { body } = await fixture.get('backupstoragelocations', 'other');
      expect(body.status?.phase).toBeDefined();
      return body.status;
    });
  }

  const withKeys = { credential: { name: 'keys', key: 'cloud' } };

  it.each([
    [RIGHT, undefined],
    [{ ...RIGHT, secret: 'wrong' }, MISMATCH],
    [{ ...RIGHT, id: 'nobody' }, 'api error InvalidAccessKeyId'],
  ])('goes by what the Secret says: %j', async (keys, problem) => {
    putSecret(keys);
    const status = await location(withKeys);
    expect(status.phase).toBe(problem ? 'Unavailable' : 'Available');
    expect(status.message ?? '').toContain(problem ?? '');
  });

  it.each<[string, object, string]>([
    [
      'a key that the Secret lacks',
      { credential: { name: 'keys', key: 'other' } },
      'unable to get credentials: unable to get key for secret: "keys" secret is missing data for key "other"',
    ],
    [
      'two certificates',
      {
        objectStorage: {
          bucket: 'store',
          caCert: 'eA==',
          caCertRef: { name: 'ca', key: 'x' },
        },
      },
      'cannot specify both caCert and caCertRef in objectStorage',
    ],
    [
      'a certificate that is not there',
      {
        objectStorage: {
          bucket: 'store',
          caCertRef: { name: 'ca', key: 'x' },
        },
      },
      'error getting CA certificate from secret: unable to get key for secret: Secret "ca" not found',
    ],
    [
      'a prefix in the bucket',
      { objectStorage: { bucket: 'store/prefix' } },
      "backup storage location's bucket name \"store/prefix\" must not contain a '/' (if using a prefix, put it in the 'Prefix' field instead)",
    ],
    [
      'an unknown provider',
      { provider: 'acme' },
      'unable to locate ObjectStore plugin named velero.io/acme',
    ],
    [
      'text for a flag',
      { config: { s3ForcePathStyle: 'maybe' } },
      'rpc error: code = Unknown desc = could not parse s3ForcePathStyle (expected bool): strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    [
      'nobody who listens',
      { config: { s3Url: 'http://127.0.0.1:1' } },
      'dial tcp 127.0.0.1:1: connect: connection refused',
    ],
    [
      'nobody who listens elsewhere',
      { config: { s3Url: 'https://objects.example.com:1' } },
      'dial tcp objects.example.com:1: connect: connection refused',
    ],
  ])('is refused for %s', async (_, spec, reason) => {
    putSecret(RIGHT);
    const { message } = await location(spec);
    expect(message).toMatch(/^BackupStorageLocation "other" is unavailable: /);
    expect(message).toContain(reason);
  });

  it.each<[string, StoreFaults, string]>([
    ['a clock that is wrong', { skewed: true }, 'RequestTimeTooSkewed'],
    [
      'another region',
      { region: 'eu-west-1' },
      "AuthorizationHeaderMalformed: The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    ],
    ['a bucket of somebody else', { foreign: ['store'] }, 'AccessDenied'],
  ])('is refused for %s', async (_, faults, reason) => {
    Object.assign(fixture.sandbox.buckets.faults, faults);
    putSecret(RIGHT);
    const config = { region: 'us-east-1' };
    const { message } = await location({ ...withKeys, config });
    expect(message).toContain(`api error ${reason}`);
  });

  it('is not had by TLS at an address that does not speak it', async () => {
    const s3Url = fixture.sandbox.url.replace('http:', 'https:');
    const { message } = await location({ config: { s3Url } });
    expect(message).toContain(
      'http: server gave HTTP response to HTTPS client',
    );
  });

  it('names no more than three folders of others', async () => {
    const bucket = fixture.sandbox.buckets.create('crowded');
    for (const folder of ['d', 'c', 'b', 'e']) {
      bucket.write(`${folder}/file`, Buffer.from('x'));
    }
    const { message } = await location({
      objectStorage: { bucket: 'crowded' },
    });
    expect(message).toContain(
      'Backup store contains 4 invalid top-level directories: [b c d ...]',
    );
  });

  describe('with a Secret that breaks later', () => {
    beforeEach(async () => {
      putSecret(RIGHT);
      await location(withKeys);
      await fixture.backedUp('one', { storageLocation: 'other' });
      putSecret({ ...RIGHT, secret: 'wrong' });
    });

    it('signs links that the store refuses', async () => {
      await fixture.create('downloadrequests', {
        metadata: { name: 'get' },
        spec: { target: { kind: 'BackupLog', name: 'one' } },
      });
      const { status } = await fixture.phase(
        'downloadrequests',
        'get',
        'Processed',
      );
      const response = await fetch(status.downloadURL);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain(
        '<Code>SignatureDoesNotMatch</Code>',
      );
    });

    it('fails deletions, until a retry after the repair', async () => {
      await fixture.create('deletebackuprequests', {
        metadata: { name: 'del' },
        spec: { backupName: 'one' },
      });
      const { status } = await fixture.phase(
        'deletebackuprequests',
        'del',
        'Processed',
      );
      expect(status.errors).toEqual([
        expect.stringMatching(
          /^error downloading backup tarball, CSI snapshot cleanup was skipped: .*SignatureDoesNotMatch/,
        ),
        expect.stringMatching(/^error getting backup's volume snapshots: /),
      ]);
      putSecret(RIGHT);
      await fixture.create('deletebackuprequests', {
        metadata: { name: 'retry' },
        spec: { backupName: 'one' },
      });
      await eventually(async () =>
        expect((await fixture.get('backups', 'one')).status).toBe(404),
      );
    });

    it('fails backups before they begin', async () => {
      const spec = { storageLocation: 'other' };
      const { status } = await fixture.backedUp('two', spec, 'Failed');
      expect(status.failureReason).toMatch(
        /^backup execution failed: error checking if backup already exists in object storage: .*StatusCode: 403.*Forbidden$/,
      );
    });
  });

  it('leaves one default location, the youngest', async () => {
    await fixture.patch('backupstoragelocations', 'main', {
      spec: { default: true },
    });
    fixture.pass(5_000);
    await location({ default: true });
    await eventually(async () => {
      const { body } = await fixture.get('backupstoragelocations', 'main');
      expect(body.spec.default).toBeUndefined();
    });
    const { body } = await fixture.get('backupstoragelocations', 'other');
    expect(body.spec.default).toBe(true);
  });
});
