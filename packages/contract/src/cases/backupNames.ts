import { equal, notEqual } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ContractCase } from '../ContractCase';
import { historyOf } from '../fixture/historyOf';

/** As many characters as a label's value may have, the last six of them from a hash of the whole. */
function shortened(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return `${name.slice(0, 57)}${hash.slice(0, 6)}`;
}

export const backupNames: ContractCase[] = [
  {
    id: 'backup/name-stored-before',
    title:
      'A backup whose name is in the object store already fails, and leaves what is stored there',
    needs: ['objectStore'],
    async run({ a, objectStore }) {
      const namespace = await a.namespace();
      const location = (await a.availableLocation()).metadata.name;
      const spec = {
        includedNamespaces: [namespace],
        storageLocation: location,
      };
      const { metadata } = await a.endedBackup(spec);
      const { name } = metadata;
      const file = `${location}/backups/${name}/velero-backup.json`;
      const stored = await objectStore.read(objectStore.bucket, file);
      await a.remove('backups', name);
      const { metadata: again, status } = await a.endedBackup(spec, { name });
      notEqual(again.uid, metadata.uid);
      equal(status?.phase, 'Failed');
      equal(
        status?.failureReason,
        'backup execution failed: backup already exists in object storage',
      );
      equal(
        String(await objectStore.read(objectStore.bucket, file)),
        String(stored),
      );
    },
  },
  {
    id: 'backup/long-name',
    title: 'A backup may have a name of 70 characters',
    async run({ a, names }) {
      const namespace = await a.namespace();
      const name = names.of('long').padEnd(70, 'x');
      const { status } = await a.endedBackup(
        { includedNamespaces: [namespace] },
        { name },
      );
      equal(status?.phase, 'Completed');
    },
  },
  {
    id: 'backup/long-location-name',
    title:
      'The name of a location that is too long for a label is cut and ends with a hash of the whole',
    needs: ['objectStore'],
    async run({ a, names }) {
      const namespace = await a.namespace();
      const name = names.of('location').padEnd(70, 'x');
      await a.location({}, { name });
      await a.phase('backupstoragelocations', name, 'Available');
      const { metadata } = await a.endedBackup({
        includedNamespaces: [namespace],
        storageLocation: name,
      });
      equal(metadata.labels?.['velero.io/storage-location'], shortened(name));
    },
  },
  {
    id: 'backup/long-name-deleted',
    title:
      'The server labels a request to delete a backup of a long name with the shortened name',
    async run({ a, names }) {
      const namespace = await a.namespace();
      const name = names.of('long').padEnd(70, 'x');
      await a.endedBackup({ includedNamespaces: [namespace] }, { name });
      const made = await a.velero('deletebackuprequests', { backupName: name });
      const events = await historyOf(
        a,
        'deletebackuprequests',
        made,
        ({ type }) => type === 'DELETED',
      );
      equal(
        events.at(-1)?.object.metadata.labels?.['velero.io/backup-name'],
        shortened(name),
      );
    },
  },
];
