import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { historyOf, isPhase } from '../fixture/historyOf';
import { RegionFixture } from '../fixture/RegionFixture';
import { WatchEvent } from '../kubernetes/objects';

/** A Completed backup in a location of its own, and the folder in the bucket that it is. */
async function storedBackup(a: RegionFixture) {
  const namespace = await a.namespace();
  const location = (await a.availableLocation()).metadata.name;
  const spec = { includedNamespaces: [namespace], storageLocation: location };
  const { metadata } = await a.endedBackup(spec);
  const { name } = metadata;
  return { name, spec, location, folder: `${location}/backups/${name}/` };
}

const isDeleted = ({ type }: WatchEvent) => type === 'DELETED';

const versionOf = ({ object }: WatchEvent) =>
  Number(object.metadata.resourceVersion);

export const backupDeletion: ContractCase[] = [
  {
    id: 'delete/object-comes-back',
    title:
      'Deleting a Backup object removes nothing from the object store, and synchronisation brings it back with another uid',
    async run({ a }) {
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      const { metadata } = await a.endedBackup({
        includedNamespaces: [namespace],
      });
      await a.remove('backups', metadata.name);
      const back = await a.when(
        'backups',
        metadata.name,
        ({ metadata: { uid } }) => uid !== metadata.uid,
      );
      equal(back.status?.phase, 'Completed');
      equal(back.metadata.generation, 1);
    },
  },
  {
    id: 'delete/request-deletes',
    title:
      'A DeleteBackupRequest removes the backup and its files, and the request goes as well',
    needs: ['objectStore'],
    async run({ a, objectStore }) {
      const { name, folder } = await storedBackup(a);
      const before = await objectStore.list(objectStore.bucket, folder);
      equal(before.includes(`${folder}velero-backup.json`), true);
      const request = await a.velero('deletebackuprequests', {
        backupName: name,
      });
      await a.gone('backups', name);
      await a.gone('deletebackuprequests', request.metadata.name);
      deepEqual(await objectStore.list(objectStore.bucket, folder), []);
    },
  },
  {
    id: 'delete/order-of-events',
    title:
      'The Backup is Deleting, then gone; then the request is Processed without errors, then gone',
    async run({ a }) {
      const namespace = await a.namespace();
      const backup = await a.endedBackup({ includedNamespaces: [namespace] });
      const { name, uid } = backup.metadata;
      const made = await a.velero('deletebackuprequests', { backupName: name });
      const events = await historyOf(
        a,
        'deletebackuprequests',
        made,
        isDeleted,
      );
      const backupEvents = await historyOf(a, 'backups', backup, isDeleted);
      deepEqual(
        backupEvents.map(({ type, object }) => [type, object.status?.phase]),
        [
          ['ADDED', 'Completed'],
          ['MODIFIED', 'Deleting'],
          ['DELETED', 'Deleting'],
        ],
      );
      const processed = events.find(isPhase('Processed'));
      equal(processed?.object.status?.errors, undefined);
      equal(events.at(-2), processed);
      ok(versionOf(backupEvents[2]) < versionOf(processed!));
      deepEqual(events.at(-1)?.object.metadata.labels, {
        'velero.io/backup-name': name,
        'velero.io/backup-uid': uid,
      });
    },
  },
  {
    id: 'delete/failed-duplicate',
    title:
      'Deleting a Failed backup whose name was stored before deletes the good backup of that name',
    needs: ['objectStore'],
    async run({ a, objectStore }) {
      const { name, spec, folder } = await storedBackup(a);
      await a.remove('backups', name);
      const { status } = await a.endedBackup(spec, { name });
      equal(status?.phase, 'Failed');
      // For a moment the server takes it for running still.
      await a.until(`the deletion of '${name}' is not refused`, async () => {
        const request = await a.deleteBackup(name);
        return request?.status?.errors === undefined;
      });
      await a.gone('backups', name);
      deepEqual(await objectStore.list(objectStore.bucket, folder), []);
    },
  },
  {
    id: 'delete/never-started',
    title: 'A backup that failed validation can be deleted by request',
    async run({ a }) {
      const { metadata } = await a.endedBackup({
        includedNamespaces: ['*', 'team-a'],
      });
      await a.deleteBackup(metadata.name);
      await a.gone('backups', metadata.name);
    },
  },
  {
    id: 'delete/restores-go',
    title:
      'With a backup all of its restores go, and their files in the object store',
    needs: ['objectStore'],
    async run({ a, names, objectStore }) {
      const { name, location, spec } = await storedBackup(a);
      const [source] = spec.includedNamespaces;
      const restores: string[] = [];
      for (const word of ['one', 'two']) {
        const { metadata } = await a.endedRestore({
          backupName: name,
          namespaceMapping: { [source]: names.of(word) },
        });
        restores.push(metadata.name);
      }
      const folder = `${location}/restores/`;
      const before = await objectStore.list(objectStore.bucket, folder);
      ok(before.length > 0);
      await a.deleteBackup(name);
      await a.gone('backups', name);
      for (const restore of restores) {
        await a.gone('restores', restore);
      }
      deepEqual(await objectStore.list(objectStore.bucket, folder), []);
    },
  },
];
