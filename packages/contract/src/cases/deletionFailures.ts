import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { RegionFixture } from '../fixture/RegionFixture';
import { locationWithSecret } from '../fixture/storeCredential';

/** A Completed backup, and the location of its own that it is in. */
async function storedBackup(a: RegionFixture, location?: string) {
  const namespace = await a.namespace();
  const storageLocation =
    location ?? (await a.availableLocation()).metadata.name;
  const { metadata } = await a.endedBackup({
    includedNamespaces: [namespace],
    storageLocation,
  });
  return { name: metadata.name, location: storageLocation };
}

/** Why a backup is not deleted. */
async function errorsOf(a: RegionFixture, backup: string) {
  const request = await a.deleteBackup(backup);
  equal(request?.status?.phase, 'Processed');
  return request?.status?.errors;
}

const refused = (reason: string) => [`backup deletion failed: ${reason}`];

/** Waits until the server has seen what became of a location. */
async function refusesBackups(a: RegionFixture, storageLocation: string) {
  const { status } = await a.endedBackup({ storageLocation });
  equal(status?.phase, 'FailedValidation');
}

export const deletionFailures: ContractCase[] = [
  {
    id: 'delete/unknown-backup',
    title:
      'A DeleteBackupRequest for a backup that does not exist says so and stays, without labels',
    async run({ a, names }) {
      const request = await a.deleteBackup(names.of('nowhere'));
      deepEqual(request?.status?.errors, refused('backup not found'));
      equal(request?.metadata.labels, undefined);
    },
  },
  {
    id: 'delete/read-only-location',
    title:
      'A backup in a location that is read only is not deleted, and keeps its phase',
    needs: ['objectStore'],
    async run({ a }) {
      const { name, location } = await storedBackup(a);
      await a.patch('backupstoragelocations', location, {
        spec: { accessMode: 'ReadOnly' },
      });
      await refusesBackups(a, location);
      deepEqual(
        await errorsOf(a, name),
        refused(
          `cannot delete backup because backup storage location ${location} is currently in read-only mode`,
        ),
      );
      equal((await a.get('backups', name)).status?.phase, 'Completed');
    },
  },
  {
    id: 'delete/missing-location',
    title: 'A backup whose location is gone is not deleted by request',
    needs: ['objectStore'],
    async run({ a }) {
      const { name, location } = await storedBackup(a);
      await a.remove('backupstoragelocations', location);
      await refusesBackups(a, location);
      deepEqual(
        await errorsOf(a, name),
        refused(`backup storage location ${location} not found`),
      );
    },
  },
  {
    id: 'delete/unavailable-location',
    title: 'A backup in a location that is Unavailable is not deleted',
    needs: ['objectStore'],
    async run({ a, names, objectStore }) {
      const { name, location } = await storedBackup(a);
      await a.patch('backupstoragelocations', location, {
        spec: { objectStorage: { bucket: names.of('bucket') } },
      });
      await a.phase('backupstoragelocations', location, 'Unavailable');
      deepEqual(
        await errorsOf(a, name),
        refused(
          `cannot delete backup because backup storage location ${location} is currently in Unavailable state`,
        ),
      );
      const folder = `${location}/backups/${name}/`;
      const keys = await objectStore.list(objectStore.bucket, folder);
      equal(keys.length > 0, true);
    },
  },
  {
    id: 'delete/no-name',
    title: 'A request must name a backup',
    async run({ a }) {
      const request = await a.velero('deletebackuprequests', {
        backupName: '',
      });
      const { status } = await a.phase(
        'deletebackuprequests',
        request.metadata.name,
        'Processed',
      );
      deepEqual(status?.errors, refused('spec.backupName is required'));
    },
  },
  {
    id: 'delete/broken-credential',
    title:
      'A deletion that fails in the object store leaves the backup Deleting, until a later request succeeds and takes the earlier one with it',
    needs: ['objectStore'],
    async run(context) {
      const { a } = context;
      const { location, breakSecret, repairSecret } = await locationWithSecret(
        context,
      );
      const { name } = await storedBackup(a, location);
      await breakSecret(name);
      const failed = await a.deleteBackup(name);
      const errors = failed?.status?.errors as string[];
      equal(errors.length, 2);
      match(String(errors), /SignatureDoesNotMatch/);
      equal((await a.get('backups', name)).status?.phase, 'Deleting');
      await repairSecret();
      await a.deleteBackup(name);
      await a.gone('backups', name);
      await a.gone('deletebackuprequests', failed?.metadata.name ?? '');
    },
  },
];
