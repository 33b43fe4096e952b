import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ContractCase } from '../ContractCase';
import { crowdedNamespace } from '../fixture/crowdedNamespace';
import { historyOf, isPhase } from '../fixture/historyOf';
import {
  claimedBackup,
  configMapsIn,
  restoreCopy,
  storedNamespace,
} from '../fixture/restores';

const SCHEDULE_LABEL = 'velero.io/schedule-name';

export const restoreSources: ContractCase[] = [
  {
    id: 'restore/from-schedule',
    title:
      'A restore from a schedule takes the backup of its label that started last of those Completed, and writes its name into the spec',
    async run({ a, names }) {
      const scheduleName = names.of('nightly');
      const labels = { [SCHEDULE_LABEL]: scheduleName };
      const namespace = await a.namespace({ first: { number: '1' } });
      const spec = { includedNamespaces: [namespace] };
      await a.endedBackup(spec, { labels });
      // What started when is recorded in whole seconds.
      await a.patience.pass(1);
      await a.make('configmaps', { metadata: { name: 'second' } }, namespace);
      const newest = await a.endedBackup(spec, { labels });
      await a.patience.pass(1);
      const partial = await a.endedBackup(
        { includedNamespaces: [namespace, names.of('nowhere')] },
        { labels },
      );
      equal(partial.status?.phase, 'PartiallyFailed');
      const copy = names.of('copy');
      const restore = await a.endedRestore({
        scheduleName,
        namespaceMapping: { [namespace]: copy },
      });
      equal(restore.status?.phase, 'Completed');
      equal(restore.spec?.backupName, newest.metadata.name);
      equal(restore.spec?.scheduleName, scheduleName);
      deepEqual(await configMapsIn(a, copy), ['first', 'second']);
    },
  },
  {
    id: 'restore/schedule-noted',
    title:
      'A restore of a backup that a schedule made gets the schedule’s name into its spec, and the same spec is refused afterwards',
    async run({ a, names }) {
      const scheduleName = names.of('nightly');
      const backup = await claimedBackup(a, {
        name: names.of('claimed'),
        labels: { [SCHEDULE_LABEL]: scheduleName },
      });
      const backupName = backup.metadata.name;
      const { spec = {} } = await a.endedRestore({ backupName });
      equal(spec.scheduleName, scheduleName);
      const again = await a.endedRestore(spec);
      deepEqual(again.status?.validationErrors, [
        'Either a backup or schedule must be specified as a source for the restore, but not both',
      ]);
    },
  },
  {
    id: 'restore/again',
    title:
      'The spec of a finished restore of a backup without a schedule can be used again',
    async run({ a, names }) {
      const stored = await storedNamespace(a);
      const { restore } = await restoreCopy(a, names, stored);
      const again = await a.endedRestore(restore.spec ?? {});
      equal(again.status?.phase, 'Completed');
      deepEqual(again.spec, restore.spec);
    },
  },
  {
    id: 'restore/read-only-location',
    title:
      'A backup in a location that is ReadOnly can be restored, and the restore leaves its files there',
    needs: ['objectStore'],
    async run({ a, names, objectStore }) {
      const location = await a.availableLocation();
      const { name: prefix } = location.metadata;
      const stored = await storedNamespace(a, undefined, {
        storageLocation: prefix,
      });
      await a.patch('backupstoragelocations', prefix, {
        spec: { accessMode: 'ReadOnly' },
      });
      const { copy, restore } = await restoreCopy(a, names, stored);
      equal(restore.status?.phase, 'Completed');
      deepEqual(await configMapsIn(a, copy), ['settings']);
      const folder = `${prefix}/restores/${restore.metadata.name}/`;
      const files = await objectStore.list(objectStore.bucket, folder);
      notEqual(files.length, 0);
    },
  },
  {
    id: 'restore/of-running-backup',
    title:
      'A restore of a backup that still runs is accepted, and ends Failed as nothing is stored yet',
    async run({ a }) {
      const namespace = await crowdedNamespace(a);
      const made = await a.backup({ includedNamespaces: [namespace] });
      const { metadata } = made;
      await historyOf(a, 'backups', made, isPhase('InProgress'));
      const { status } = await a.endedRestore({ backupName: metadata.name });
      equal(status?.phase, 'Failed');
      match(status?.failureReason ?? '', /NoSuchKey/);
      await a.ended('backups', metadata.name);
    },
  },
  {
    id: 'restore/long-backup-name',
    title:
      'What is restored from a backup whose name is too long for a label gets its first 57 characters and six of its hash',
    async run({ a, names }) {
      const name = names.of('x'.repeat(69 - names.prefix.length));
      equal(name.length, 70);
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      await a.endedBackup({ includedNamespaces: [namespace] }, { name });
      const { copy } = await restoreCopy(a, names, {
        namespace,
        backupName: name,
      });
      const { metadata } = await a.kube.get({
        resource: 'configmaps',
        namespace: copy,
        name: 'settings',
      });
      const hash = createHash('sha256').update(name).digest('hex');
      equal(
        metadata.labels?.['velero.io/backup-name'],
        `${name.slice(0, 57)}${hash.slice(0, 6)}`,
      );
    },
  },
];
