import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { request } from 'undici';
import { ContractCase } from '../ContractCase';
import { fetchFile } from '../fixture/download';
import { RegionFixture } from '../fixture/RegionFixture';
import { signAgain, signedAt } from '../fixture/signAgain';
import {
  locationWithSecret,
  storeCredential,
} from '../fixture/storeCredential';
import { refusal } from '../kubernetes/ApiFailure';

/** What follows a backup's name in the file that each kind of target means; and what asking for it gives. */
const FILES: Record<string, [suffix: string, code: number]> = {
  BackupLog: ['-logs.gz', 200],
  BackupContents: ['.tar.gz', 200],
  BackupResults: ['-results.gz', 200],
  BackupResourceList: ['-resource-list.json.gz', 200],
  BackupVolumeInfos: ['-volumeinfo.json.gz', 200],
  BackupItemOperations: ['-itemoperations.json.gz', 200],
  BackupVolumeSnapshots: ['-volumesnapshots.json.gz', 200],
  CSIBackupVolumeSnapshots: ['-csi-volumesnapshots.json.gz', 404],
  CSIBackupVolumeSnapshotContents: ['-csi-volumesnapshotcontents.json.gz', 404],
};

const TEN_MINUTES_MILLIS = 600_000;

async function backupName(a: RegionFixture): Promise<string> {
  const namespace = await a.namespace();
  const { metadata } = await a.endedBackup({ includedNamespaces: [namespace] });
  return metadata.name;
}

/** Asks for a file of a backup, and gives the request's name without waiting. */
async function ask(a: RegionFixture, kind: string, name: string) {
  const { metadata } = await a.velero('downloadrequests', {
    target: { kind, name },
  });
  return metadata.name;
}

export const downloads: ContractCase[] = [
  {
    id: 'download/kinds-of-target',
    title:
      'Each kind of target has its file; a link to one that is not there is signed all the same, and answers 404',
    async run({ a }) {
      const name = await backupName(a);
      for (const [kind, [suffix, code]] of Object.entries(FILES)) {
        const file = await a.download(kind, name);
        const end = `/backups/${name}/${name}${suffix}`;
        ok(file.url.pathname.endsWith(end), file.url.pathname);
        equal(file.code, code, kind);
      }
    },
  },
  {
    id: 'download/missing-object',
    title: 'The answer for a missing object is XML with the code NoSuchKey',
    async run({ a }) {
      const name = await backupName(a);
      const { body } = await a.download('CSIBackupVolumeSnapshots', name);
      match(String(body), /<Code>NoSuchKey<\/Code>/);
    },
  },
  {
    id: 'download/headers',
    title:
      'A file is sent as an octet stream, and is gzip by its content and not by a header',
    async run({ a }) {
      const file = await a.download('BackupLog', await backupName(a));
      equal(file.headers['content-type'], 'application/octet-stream');
      equal(file.headers['content-encoding'], undefined);
      deepEqual([...file.body.subarray(0, 2)], [0x1f, 0x8b]);
    },
  },
  {
    id: 'download/lifetime',
    title:
      'A link is signed for ten minutes, and the request expires ten minutes after it was made',
    async run({ a }) {
      const file = await a.download('BackupLog', await backupName(a));
      equal(file.url.searchParams.get('X-Amz-Expires'), '600');
      const { metadata, status } = file.request;
      const made = Date.parse(metadata.creationTimestamp ?? '');
      const end = Date.parse(status?.expiration ?? '');
      // It is counted from the moment when the server worked on it.
      const late = end - made - TEN_MINUTES_MILLIS;
      ok(late >= 0 && late <= 10_000, `${late} ms`);
    },
  },
  {
    id: 'download/expired-request',
    title: 'The server removes a request whose expiration has passed',
    async run({ a }) {
      const { request: made } = await a.download(
        'BackupLog',
        await backupName(a),
      );
      await a.patch('downloadrequests', made.metadata.name, {
        status: { expiration: '2026-01-01T00:00:00Z' },
      });
      await a.gone('downloadrequests', made.metadata.name);
    },
  },
  {
    id: 'download/link-outlives-request',
    title: 'A link works on when its request is deleted',
    async run({ a }) {
      const file = await a.download('BackupLog', await backupName(a));
      await a.remove('downloadrequests', file.request.metadata.name);
      equal((await fetchFile(file.url)).code, 200);
    },
  },
  {
    id: 'download/only-get',
    title: 'A link is signed for GET: HEAD is refused',
    async run({ a }) {
      const { url } = await a.download('BackupLog', await backupName(a));
      const { statusCode, body } = await request(url, { method: 'HEAD' });
      await body.dump();
      equal(statusCode, 403);
    },
  },
  {
    id: 'download/changed-link',
    title: 'A link to one file does not open another',
    async run({ a }) {
      const { url } = await a.download('BackupLog', await backupName(a));
      url.pathname = url.pathname.replace('-logs.gz', '-results.gz');
      const { code, body } = await fetchFile(url);
      equal(code, 403);
      match(String(body), /<Code>SignatureDoesNotMatch<\/Code>/);
    },
  },
  {
    id: 'download/expired-link',
    title: 'A link that was signed more than ten minutes ago is refused',
    needs: ['objectStore'],
    async run(context) {
      const { a } = context;
      const { url } = await a.download('BackupLog', await backupName(a));
      const credential = await storeCredential(context);
      const codeAfter = async (seconds: number) => {
        const time = new Date(signedAt(url).getTime() - seconds * 1_000);
        return (await fetchFile(signAgain(url, credential, time))).code;
      };
      equal(await codeAfter(0), 200);
      equal(await codeAfter(300), 200);
      equal(await codeAfter(601), 403);
    },
  },
  {
    id: 'download/broken-credential',
    title:
      'With a wrong credential a link is signed all the same, and the object store refuses it',
    needs: ['objectStore'],
    async run(context) {
      const { a } = context;
      const { location, breakSecret } = await locationWithSecret(context);
      const { metadata } = await a.endedBackup({
        includedNamespaces: [await a.namespace()],
        storageLocation: location,
      });
      await breakSecret(metadata.name);
      const { code, body } = await a.download('BackupLog', metadata.name);
      equal(code, 403);
      match(String(body), /<Code>SignatureDoesNotMatch<\/Code>/);
    },
  },
  {
    id: 'download/lifetime-changed',
    title: 'The lifetime of a link cannot be extended by its holder',
    async run({ a }) {
      const { url } = await a.download('BackupLog', await backupName(a));
      url.searchParams.set('X-Amz-Expires', '6000');
      equal((await fetchFile(url)).code, 403);
    },
  },
  {
    id: 'download/missing-backup',
    title:
      'A request for a backup that does not exist never gets a phase, and says nothing of the reason',
    async run({ a, names }) {
      const kind = 'BackupLog';
      const missing = await ask(a, kind, names.of('nowhere'));
      const { request: other } = await a.download(kind, await backupName(a));
      equal(other.status?.phase, 'Processed');
      await a.patience.pass(10);
      const { status } = await a.get('downloadrequests', missing);
      deepEqual(Object.keys(status ?? {}), ['expiration']);
    },
  },
  {
    id: 'download/missing-location',
    title:
      'A request for a backup whose location does not exist never gets a phase',
    async run({ a, names }) {
      const { metadata } = await a.endedBackup({
        storageLocation: names.of('nowhere'),
      });
      const name = await ask(a, 'BackupLog', metadata.name);
      await a.download('BackupLog', await backupName(a));
      await a.patience.pass(10);
      const { status } = await a.get('downloadrequests', name);
      equal(status?.phase, undefined);
      equal(status?.downloadURL, undefined);
    },
  },
  {
    id: 'download/never-started',
    title:
      'For a backup that failed validation a link is signed, and there is nothing behind it',
    async run({ a }) {
      const { metadata, status } = await a.endedBackup({
        includedNamespaces: ['*', 'team-a'],
      });
      equal(status?.phase, 'FailedValidation');
      const { code } = await a.download('BackupLog', metadata.name);
      equal(code, 404);
    },
  },
  {
    id: 'download/unknown-kind',
    title: 'A kind of target that does not exist is refused by the API server',
    async run({ a }) {
      const { code, message } = await refusal(ask(a, 'BackupDreams', 'any'));
      equal(code, 422);
      match(
        message,
        /spec\.target\.kind: Unsupported value: "BackupDreams": supported values: "BackupLog", /,
      );
    },
  },
];
