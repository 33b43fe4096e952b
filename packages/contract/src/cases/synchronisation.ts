import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { nextSync } from '../fixture/locationChecks';
import { claimedBackup, storedNamespace } from '../fixture/restores';

const LOCATIONS = 'backupstoragelocations';
const LABEL = 'velero.io/storage-location';

/** Two rounds of the server that looks for backups. */
const LONG = { seconds: 240 };

/** Puts the description of a backup into the object store, as a server elsewhere does. */
async function writeBackup(
  { objectStore }: CaseContext,
  prefix: string,
  backup: { name: string; content: string },
) {
  await objectStore.write(
    objectStore.bucket,
    `${prefix}/backups/${backup.name}/velero-backup.json`,
    Buffer.from(backup.content),
  );
}

function describe(name: string, phase: string): string {
  return JSON.stringify({
    kind: 'Backup',
    apiVersion: 'velero.io/v1',
    metadata: { name, namespace: 'elsewhere', uid: 'of-another-cluster' },
    spec: { storageLocation: 'elsewhere', ttl: '720h0m0s' },
    status: { phase, version: 1, formatVersion: '1.1.0' },
  });
}

export const synchronisation: ContractCase[] = [
  {
    id: 'sync/phases',
    title:
      'Of the backups in the object store those appear that have ended, even Failed ones; what cannot be read hinders no other',
    needs: ['objectStore'],
    async run(context) {
      const { a, names } = context;
      const { metadata } = await a.availableLocation();
      const phases = [
        'Completed',
        'PartiallyFailed',
        'Failed',
        'New',
        'InProgress',
        'Finalizing',
        'Deleting',
      ];
      for (const phase of phases) {
        const name = names.of(phase.toLowerCase());
        const content = describe(name, phase);
        await writeBackup(context, metadata.name, { name, content });
      }
      const broken = { name: names.of('broken'), content: '{' };
      await writeBackup(context, metadata.name, broken);
      await nextSync(a, metadata.name);
      const shown: string[] = [];
      for (const phase of phases) {
        const backup = await a.find('backups', names.of(phase.toLowerCase()));
        shown.push(...(backup ? [String(backup.status?.phase)] : []));
      }
      deepEqual(shown, ['Completed', 'PartiallyFailed', 'Failed']);
      equal(await a.find('backups', broken.name), undefined);
    },
  },
  {
    id: 'sync/orphans',
    title:
      'Completed and PartiallyFailed backups that are not in the object store go; Failed and FailedValidation ones stay',
    needs: ['objectStore'],
    async run({ a, names }) {
      const location = await a.availableLocation();
      const { name: storageLocation } = location.metadata;
      const phases = [
        'Completed',
        'PartiallyFailed',
        'Failed',
        'FailedValidation',
      ];
      for (const phase of phases) {
        await claimedBackup(a, {
          name: names.of(phase.toLowerCase()),
          phase,
          storageLocation,
          labels: { [LABEL]: storageLocation },
        });
      }
      await a.gone('backups', names.of('completed'), LONG);
      await a.gone('backups', names.of('partiallyfailed'), LONG);
      await nextSync(a, storageLocation);
      await a.get('backups', names.of('failed'));
      await a.get('backups', names.of('failedvalidation'));
    },
  },
  {
    id: 'sync/never',
    title: 'A location with a sync period of zero is never looked at',
    needs: ['objectStore'],
    async run(context) {
      const { a, names } = context;
      const { metadata } = await a.availableLocation({ backupSyncPeriod: '0' });
      const name = names.of('unseen');
      const content = describe(name, 'Completed');
      await writeBackup(context, metadata.name, { name, content });
      await a.patience.pass(75);
      const { status } = await a.get(LOCATIONS, metadata.name);
      equal(status?.lastSyncedTime, undefined);
      equal(await a.find('backups', name), undefined);
    },
  },
  {
    id: 'sync/unavailable',
    title:
      'A location that is Unavailable is not looked at, and its backups stay',
    needs: ['objectStore'],
    async run({ a, names }) {
      const location = await a.availableLocation();
      const { name: storageLocation } = location.metadata;
      const backup = await claimedBackup(a, {
        name: names.of('claimed'),
        storageLocation,
        labels: { [LABEL]: storageLocation },
      });
      await a.patch(LOCATIONS, storageLocation, {
        spec: { objectStorage: { bucket: names.of('nowhere') } },
      });
      await a.phase(LOCATIONS, storageLocation, 'Unavailable');
      await a.patience.pass(75);
      await a.get('backups', backup.metadata.name);
    },
  },
  {
    id: 'sync/two-locations-on-one-place',
    title:
      'A backup in a place that two locations have is shown once, by one of them',
    needs: ['objectStore'],
    async run(context) {
      const { a, names } = context;
      const first = await a.availableLocation();
      const place = first.metadata.name;
      const second = await a.availableLocation(a.locationSpec(place));
      const name = names.of('shared');
      const content = describe(name, 'Completed');
      await writeBackup(context, place, { name, content });
      const shown = await a.when('backups', name, () => true, LONG);
      const locations = [place, second.metadata.name];
      const { storageLocation } = shown.spec ?? {};
      equal(locations.includes(String(storageLocation)), true);
      equal(shown.metadata.labels?.[LABEL], storageLocation);
      await nextSync(a, locations[0]);
      await nextSync(a, locations[1]);
      const later = await a.get('backups', name);
      equal(later.metadata.uid, shown.metadata.uid);
    },
  },
  {
    id: 'sync/prefix-changed',
    title:
      'Another prefix makes a location’s backups go, and the old one brings them back as new objects',
    needs: ['objectStore'],
    async run({ a, names }) {
      const location = await a.availableLocation();
      const { name: place } = location.metadata;
      const { backupName } = await storedNamespace(a, undefined, {
        storageLocation: place,
      });
      const before = await a.get('backups', backupName);
      const prefix = (to: string) =>
        a.patch(LOCATIONS, place, { spec: { objectStorage: { prefix: to } } });
      await prefix(names.of('empty'));
      await a.gone('backups', backupName, LONG);
      await prefix(place);
      const after = await a.when('backups', backupName, () => true, LONG);
      notEqual(after.metadata.uid, before.metadata.uid);
      deepEqual(after.status, before.status);
    },
  },
  {
    id: 'sync/location-deleted',
    title:
      'A location that is deleted leaves its Backups: they cannot be restored or downloaded until there is a location of that name again',
    needs: ['objectStore'],
    async run({ a }) {
      const location = await a.availableLocation();
      const { name } = location.metadata;
      const { backupName } = await storedNamespace(a, undefined, {
        storageLocation: name,
      });
      const before = await a.get('backups', backupName);
      await a.remove(LOCATIONS, name);
      const refused = await a.endedRestore({ backupName });
      deepEqual(refused.status?.validationErrors, [
        `Error retrieving backup: BackupStorageLocation.velero.io "${name}" not found`,
      ]);
      const request = await a.velero('downloadrequests', {
        target: { kind: 'BackupLog', name: backupName },
      });
      await a.patience.pass(10);
      const asked = await a.get('downloadrequests', request.metadata.name);
      equal(asked.status?.downloadURL, undefined);
      await a.location({}, { name });
      await a.phase(LOCATIONS, name, 'Available');
      await nextSync(a, name);
      const after = await a.get('backups', backupName);
      equal(after.metadata.uid, before.metadata.uid);
      equal((await a.endedRestore({ backupName })).status?.phase, 'Completed');
    },
  },
];
