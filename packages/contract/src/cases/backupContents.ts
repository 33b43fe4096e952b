import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { archiveOf, resourceListOf } from '../fixture/contentsOf';
import { RegionFixture } from '../fixture/RegionFixture';

/** As Velero's logger writes: time, level, message, then fields by name. */
const LOG_LINE =
  /^time="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ" level=(debug|info|warning|error) msg=("(\\.|[^"\\])*"|\S+)( [\w./-]+=("(\\.|[^"\\])*"|\S*))*$/;

/** A Completed backup of a namespace with one ConfigMap besides what each namespace has. */
async function smallBackup(a: RegionFixture, spec = {}) {
  const namespace = await a.namespace({ settings: { colour: 'blue' } });
  const backup = await a.endedBackup({
    includedNamespaces: [namespace],
    ...spec,
  });
  equal(backup.status?.phase, 'Completed');
  return { namespace, backup, name: backup.metadata.name };
}

export const backupContents: ContractCase[] = [
  {
    id: 'contents/files',
    title:
      'A backup is a folder of files in the object store, each named after the backup but for its object',
    needs: ['objectStore'],
    async run({ a, objectStore }) {
      const location = (await a.availableLocation()).metadata.name;
      const { name } = await smallBackup(a, { storageLocation: location });
      const folder = `${location}/backups/${name}/`;
      const keys = await objectStore.list(objectStore.bucket, `${location}/`);
      deepEqual(
        keys.map(key => key.replace(folder, '')),
        [
          `${name}-itemoperations.json.gz`,
          `${name}-logs.gz`,
          `${name}-podvolumebackups.json.gz`,
          `${name}-resource-list.json.gz`,
          `${name}-results.gz`,
          `${name}-volumeinfo.json.gz`,
          `${name}-volumesnapshots.json.gz`,
          `${name}.tar.gz`,
          'velero-backup.json',
        ],
      );
    },
  },
  {
    id: 'contents/object',
    title:
      'The stored object is the Backup as it is at its end, as plain JSON, with two empty fields more',
    needs: ['objectStore'],
    async run({ a, objectStore }) {
      const location = (await a.availableLocation()).metadata.name;
      const { name, backup } = await smallBackup(a, {
        storageLocation: location,
      });
      const stored = await a.until(
        'the object is stored as ended',
        async () => {
          const file = await objectStore.read(
            objectStore.bucket,
            `${location}/backups/${name}/velero-backup.json`,
          );
          const object = JSON.parse(String(file));
          return object.status.phase === 'Completed' && object;
        },
      );
      equal(stored.kind, 'Backup');
      equal(stored.apiVersion, 'velero.io/v1');
      equal(stored.metadata.uid, backup.metadata.uid);
      deepEqual(stored.spec, { ...backup.spec, hooks: {}, metadata: {} });
      deepEqual(stored.status, backup.status);
    },
  },
  {
    id: 'contents/resource-list',
    title:
      'The list of a backup’s items has names by kind, with the namespace before those that have one',
    async run({ a }) {
      const { name, namespace } = await smallBackup(a);
      deepEqual(await resourceListOf(a, name), {
        'v1/ConfigMap': [
          `${namespace}/kube-root-ca.crt`,
          `${namespace}/settings`,
        ],
        'v1/Namespace': [namespace],
        'v1/ServiceAccount': [`${namespace}/default`],
      });
    },
  },
  {
    id: 'contents/items-counted',
    title: 'Progress counts the items that the list names',
    async run({ a }) {
      const { name, backup } = await smallBackup(a);
      const list = await resourceListOf(a, name);
      equal(
        backup.status?.progress?.itemsBackedUp,
        Object.values(list).flat().length,
      );
    },
  },
  {
    id: 'contents/results',
    title: 'The results of a backup without problems are two empty objects',
    async run({ a }) {
      const { name } = await smallBackup(a);
      const results = await a.download('BackupResults', name);
      deepEqual(results.json(), { errors: {}, warnings: {} });
    },
  },
  {
    id: 'contents/log',
    title:
      'Each line of a backup’s log has a time, a level and a message, and names the backup',
    async run({ a }) {
      const { name } = await smallBackup(a);
      const log = await a.download('BackupLog', name);
      const lines = log.text().trimEnd().split('\n');
      for (const line of lines) {
        match(line, LOG_LINE);
        ok(line.includes(` backup=${a.region.veleroNamespace}/${name}`), line);
      }
      ok(lines.length > 5);
    },
  },
  {
    id: 'contents/log-of-errors',
    title: 'What went wrong is an error in the log too',
    async run({ a, names }) {
      const missing = names.of('nowhere');
      const { metadata } = await a.endedBackup({
        includedNamespaces: [missing],
      });
      const log = await a.download('BackupLog', metadata.name);
      const errors = log
        .text()
        .split('\n')
        .filter(line => line.includes('level=error'));
      equal(errors.length, 1);
      ok(errors[0].includes(missing), errors[0]);
    },
  },
  {
    id: 'contents/archive',
    title:
      'The archive has each object as JSON, once by resource and once more by preferred version',
    async run({ a }) {
      const { name, namespace } = await smallBackup(a);
      const files = await archiveOf(a, name);
      const places = ['', '/v1-preferredversion'].flatMap(version => [
        `resources/configmaps${version}/namespaces/${namespace}/kube-root-ca.crt.json`,
        `resources/configmaps${version}/namespaces/${namespace}/settings.json`,
        `resources/namespaces${version}/cluster/${namespace}.json`,
        `resources/serviceaccounts${version}/namespaces/${namespace}/default.json`,
      ]);
      deepEqual(
        [...files.keys()].sort(),
        ['metadata/version', ...places].sort(),
      );
      const file = files.get(
        `resources/configmaps/namespaces/${namespace}/settings.json`,
      );
      const { kind, metadata, data } = JSON.parse(String(file));
      equal(kind, 'ConfigMap');
      deepEqual([metadata.namespace, metadata.name], [namespace, 'settings']);
      deepEqual(data, { colour: 'blue' });
    },
  },
  {
    id: 'contents/archive-version',
    title: 'The archive says the version of its format',
    async run({ a }) {
      const { name } = await smallBackup(a);
      const files = await archiveOf(a, name);
      equal(String(files.get('metadata/version')).trim(), '1.1.0');
    },
  },
  {
    id: 'contents/no-volumes',
    title:
      'Without volumes the lists of volumes and operations are empty, and that of snapshots is null',
    async run({ a }) {
      const { name } = await smallBackup(a);
      const contentOf = async (kind: string) =>
        (await a.download(kind, name)).json<unknown>();
      deepEqual(await contentOf('BackupVolumeInfos'), []);
      deepEqual(await contentOf('BackupItemOperations'), []);
      equal(await contentOf('BackupVolumeSnapshots'), null);
    },
  },
];
