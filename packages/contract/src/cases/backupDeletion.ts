import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';

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
      const namespace = await a.namespace();
      const location = await a.availableLocation();
      const { metadata } = await a.endedBackup({
        includedNamespaces: [namespace],
        storageLocation: location.metadata.name,
      });
      const folder = `${location.metadata.name}/backups/${metadata.name}/`;
      const before = await objectStore.list(objectStore.bucket, folder);
      equal(before.includes(`${folder}velero-backup.json`), true);
      const request = await a.velero('deletebackuprequests', {
        backupName: metadata.name,
      });
      await a.gone('backups', metadata.name);
      await a.gone('deletebackuprequests', request.metadata.name);
      deepEqual(await objectStore.list(objectStore.bucket, folder), []);
    },
  },
  {
    id: 'delete/unknown-backup',
    title:
      'A DeleteBackupRequest for a backup that does not exist says so and stays',
    async run({ a, names }) {
      const request = await a.deleteBackup(names.of('nowhere'));
      match(String(request?.status?.errors), /backup not found/);
    },
  },
];
