import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ArtifactFixture } from './__testUtils__/ArtifactFixture';

const LIST = { 'v1/ConfigMap': ['payments/c1'], 'v1/Namespace': ['payments'] };

const MEBIBYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What is held in memory for good, and not only until the next collection. */
function usedBytes(): number {
  collectGarbage();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}

// A large log takes its time on a machine that does other things, too.
jest.setTimeout(60_000);

describe('DefaultArtifacts', () => {
  let fixture: ArtifactFixture;

  beforeEach(async () => {
    fixture = await ArtifactFixture.start();
  });

  afterEach(() => fixture.stop());

  const resources = (...args: Parameters<typeof fixture.question>) =>
    fixture.artifacts.resources(fixture.question(...args));

  const expectNothingIsLeft = async () => {
    await fixture.artifacts.stop();
    expect(fixture.openRequests).toEqual([]);
  };

  it('asks with a request of its own and removes it', async () => {
    fixture.keep(LIST);
    let seen: unknown;
    const answer = fixture.status;
    fixture.status = () => {
      [seen] = fixture.eu.objects.list('downloadrequests');
      return answer();
    };
    await expect(resources()).resolves.toHaveLength(2);
    expect(seen).toMatchObject({
      metadata: {
        namespace: 'velero',
        labels: { 'app.kubernetes.io/managed-by': 'velero-for-backstage' },
      },
      spec: { target: { kind: 'BackupResourceList', name: 'first' } },
    });
    await expectNothingIsLeft();
    expect(fixture.requests.size).toBe(1);
    expect(fixture.store.seen).toHaveLength(1);
  });

  it('lets those who ask at once share one download, and keeps what was read', async () => {
    fixture.keep(LIST);
    const [one, two] = await Promise.all([resources(), resources()]);
    expect(one).toEqual(two);
    await resources();
    expect(fixture.store.seen).toHaveLength(1);
  });

  it('reads the file of a new backup of the same name anew', async () => {
    fixture.keep(LIST);
    await resources();
    fixture.keep({});
    await expect(resources({ uid: 'uid-2' })).resolves.toEqual([]);
  });

  it.each([
    ['without a uid', { uid: undefined }],
    [
      'that is being deleted',
      { lifecycle: 'deleting', outcome: undefined } as const,
    ],
  ])('keeps nothing of a backup %s', async (_, overrides) => {
    fixture.keep(LIST);
    await resources(overrides);
    await resources(overrides);
    expect(fixture.store.seen).toHaveLength(2);
  });

  it('goes on for the second reader when the first leaves', async () => {
    const first = new AbortController();
    const { source } = fixture.question();
    fixture.keep(LIST);
    const leaving = fixture.artifacts.resources({
      source,
      signal: first.signal,
    });
    const staying = resources();
    first.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    await expect(staying).resolves.toHaveLength(2);
  });

  it('ends the download when nobody waits any more', async () => {
    const closed = new Promise<void>(resolve => {
      fixture.store.answer = (_, response) => {
        response.once('close', resolve);
        response.writeHead(200).flushHeaders();
        fixture.controller.abort();
      };
    });
    await expect(resources()).rejects.toMatchObject({ name: 'AbortError' });
    await closed;
    await expectNothingIsLeft();
  });

  it('removes the request of a reader who leaves before Velero answers', async () => {
    fixture.status = () => {
      fixture.controller.abort();
      return undefined;
    };
    await expect(resources()).rejects.toMatchObject({ name: 'AbortError' });
    await expectNothingIsLeft();
  });

  it('removes the request when the portal stops in between', async () => {
    fixture.status = () => undefined;
    const asked = resources().catch(String);
    while (fixture.requests.size === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await expectNothingIsLeft();
    await expect(asked).resolves.toMatch(/cancelled/);
  });

  it('gives a log as it comes', async () => {
    fixture.keep('line 1\nline 2\n');
    const log = await fixture.artifacts.log(fixture.question());
    await expect(text(log)).resolves.toBe('line 1\nline 2\n');
  });

  it('gives an empty log', async () => {
    fixture.keep('');
    const log = await fixture.artifacts.log(fixture.question());
    await expect(text(log)).resolves.toBe('');
  });

  it('ends the download of a log when its reader leaves', async () => {
    fixture.keep(Buffer.alloc(64 * MEBIBYTE));
    const log = await fixture.artifacts.log(fixture.question());
    log.destroy();
    while (fixture.store.seen.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await expectNothingIsLeft();
  });

  it('asks the store not to close the connection before a slow reader has all', async () => {
    fixture.keep('a line of a log\n');
    await text(await fixture.artifacts.log(fixture.question()));
    expect(fixture.store.seen[0].headers.connection).toBe('close');
  });

  it('keeps little in memory of a log that is large', async () => {
    fixture.keep(Buffer.alloc(200 * MEBIBYTE, 'a line of a log\n'));
    const log = await fixture.artifacts.log(fixture.question());
    const before = usedBytes();
    let size = 0;
    let highest = 0;
    for await (const chunk of log) {
      const isNext = size % (10 * MEBIBYTE) < chunk.length;
      size += chunk.length;
      highest = isNext ? Math.max(highest, usedBytes() - before) : highest;
    }
    expect(size).toBe(200 * MEBIBYTE);
    expect(highest).toBeLessThan(32 * MEBIBYTE);
  });

  it('reads a list of 50,000 resources', async () => {
    const names = Array.from(
      { length: 50_000 },
      (_, i) => `payments/name-${i}`,
    );
    fixture.keep({ 'v1/Secret': names });
    await expect(resources()).resolves.toHaveLength(50_000);
  });
});
