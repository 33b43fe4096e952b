import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { historyOf, isPhase } from '../fixture/historyOf';
import { normalise } from '../fixture/normalise';
import {
  claimedBackup,
  configMapsIn,
  dataOf,
  restoreCopy,
  restoreResultsOf,
  storedNamespace,
} from '../fixture/restores';

const FINALIZER = 'restores.velero.io/external-resources-finalizer';

export const restores: ContractCase[] = [
  {
    id: 'restore/phases',
    title:
      'A restore goes from no phase over InProgress and Finalizing to Completed, and gets a finalizer first',
    async run({ a }) {
      const { backupName } = await storedNamespace(a);
      const made = await a.velero('restores', { backupName });
      const history = await historyOf(
        a,
        'restores',
        made,
        isPhase('Completed'),
      );
      const phases = history.map(({ object }) => object.status?.phase ?? '');
      deepEqual(
        [...new Set(phases)],
        ['', 'InProgress', 'Finalizing', 'Completed'],
      );
      const [, { object: second }] = history;
      deepEqual(second.metadata.finalizers, [FINALIZER]);
      equal(second.metadata.generation, 1);
      equal(second.status?.phase ?? '', '');
    },
  },
  {
    id: 'restore/finished',
    title:
      'A finished restore has both times and as many items restored as there were',
    async run({ a, names }) {
      const stored = await storedNamespace(a);
      const { restore } = await restoreCopy(a, names, stored);
      const { status = {}, metadata } = restore;
      deepEqual(Object.keys(status).sort(), [
        'completionTimestamp',
        'hookStatus',
        'phase',
        'progress',
        'startTimestamp',
        'warnings',
      ]);
      deepEqual(status.hookStatus, {});
      const backup = await a.get('backups', stored.backupName);
      const itemsRestored = backup.status?.progress?.itemsBackedUp;
      deepEqual(status.progress, { itemsRestored, totalItems: itemsRestored });
      deepEqual(metadata.finalizers, [FINALIZER]);
    },
  },
  {
    id: 'restore/mapping',
    title:
      'With a mapping a namespace is restored into another one that is made for it, and the original stays as it is',
    async run({ a, names }) {
      const stored = await storedNamespace(a, {
        first: { colour: 'blue' },
        second: { size: '7' },
      });
      const original = await a.kube.get({
        resource: 'configmaps',
        namespace: stored.namespace,
        name: 'first',
      });
      const { copy, restore } = await restoreCopy(a, names, stored);
      equal(restore.status?.phase, 'Completed');
      deepEqual(await dataOf(a, copy, 'first'), { colour: 'blue' });
      deepEqual(await dataOf(a, copy, 'second'), { size: '7' });
      const after = await a.kube.get({
        resource: 'configmaps',
        namespace: stored.namespace,
        name: 'first',
      });
      deepEqual(after, original);
    },
  },
  {
    id: 'restore/marks',
    title:
      'Restored objects keep their labels and annotations and get the names of the backup and of the restore as labels',
    async run({ a, names }) {
      const namespace = await a.namespace();
      await a.make(
        'configmaps',
        {
          metadata: {
            name: 'marked',
            labels: { app: 'shop' },
            annotations: { note: 'mine' },
          },
        },
        namespace,
      );
      const backup = await a.endedBackup({ includedNamespaces: [namespace] });
      const backupName = backup.metadata.name;
      const { copy, restore } = await restoreCopy(a, names, {
        namespace,
        backupName,
      });
      const { metadata } = await a.kube.get({
        resource: 'configmaps',
        namespace: copy,
        name: 'marked',
      });
      deepEqual(metadata.labels, {
        app: 'shop',
        'velero.io/backup-name': backupName,
        'velero.io/restore-name': restore.metadata.name,
      });
      deepEqual(metadata.annotations, { note: 'mine' });
    },
  },
  {
    id: 'restore/namespace-marks',
    title:
      'A namespace that a restore makes has the labels and annotations of the one that was backed up',
    async run({ a, names }) {
      const namespace = await a.namespace(
        {},
        { labels: { team: 'a' }, annotations: { owner: 'b' } },
      );
      const backup = await a.endedBackup({ includedNamespaces: [namespace] });
      const { copy } = await restoreCopy(a, names, {
        namespace,
        backupName: backup.metadata.name,
      });
      const { metadata } = await a.kube.get({
        resource: 'namespaces',
        name: copy,
      });
      equal(metadata.labels?.team, 'a');
      equal(metadata.annotations?.owner, 'b');
    },
  },
  {
    id: 'restore/deleted-object',
    title: 'An object that was deleted comes back, with another uid',
    async run({ a }) {
      const { namespace, backupName } = await storedNamespace(a);
      const reference = {
        resource: 'configmaps',
        namespace,
        name: 'settings',
      } as const;
      const before = await a.kube.get(reference);
      await a.kube.remove(reference);
      const { status } = await a.endedRestore({ backupName });
      equal(status?.phase, 'Completed');
      const after = await a.kube.get(reference);
      deepEqual(after.data, before.data);
      equal(after.metadata.uid === before.metadata.uid, false);
    },
  },
  {
    id: 'restore/of-failed-backup',
    title:
      'A restore of a backup that has stored nothing is accepted, and ends Failed when its archive is not found',
    needs: ['objectStore'],
    async run({ a, names }) {
      const location = await a.availableLocation();
      const { name: prefix } = location.metadata;
      const name = names.of('failed');
      await claimedBackup(a, {
        name,
        phase: 'Failed',
        storageLocation: prefix,
      });
      const { status } = await a.endedRestore({ backupName: name });
      equal(status?.phase, 'Failed');
      const place = `${prefix}/backups/${name}/${name}.tar.gz`;
      equal(
        normalise(status?.failureReason),
        `restore execution failed: error downloading backup: error copying Backup to temp file: rpc error: code = Unknown desc = error getting object ${place}: operation error S3: GetObject, https response error StatusCode: 404, RequestID: …, HostID: …, NoSuchKey: The specified key does not exist.`,
      );
      equal(typeof status?.completionTimestamp, 'string');
    },
  },
  {
    id: 'restore/of-invalid-backup',
    title:
      'A restore of a backup that failed validation is accepted, and ends Failed',
    async run({ a }) {
      const backup = await a.endedBackup({ includedNamespaces: ['*', 'shop'] });
      equal(backup.status?.phase, 'FailedValidation');
      const { status } = await a.endedRestore({
        backupName: backup.metadata.name,
      });
      equal(status?.phase, 'Failed');
    },
  },
  {
    id: 'restore/of-partial-backup',
    title: 'A restore of a PartiallyFailed backup can be Completed',
    async run({ a, names }) {
      const namespace = await a.namespace({ settings: { colour: 'blue' } });
      const backup = await a.endedBackup({
        includedNamespaces: [namespace, names.of('nowhere')],
      });
      equal(backup.status?.phase, 'PartiallyFailed');
      const { copy, restore } = await restoreCopy(a, names, {
        namespace,
        backupName: backup.metadata.name,
      });
      equal(restore.status?.phase, 'Completed');
      deepEqual(await configMapsIn(a, copy), ['settings']);
    },
  },
  {
    id: 'restore/invalid-target',
    title:
      'A mapping to a name that no namespace can have is found only when restoring: PartiallyFailed, with one error for each object',
    async run({ a }) {
      const { namespace, backupName } = await storedNamespace(a);
      const { metadata, status } = await a.endedRestore({
        backupName,
        namespaceMapping: { [namespace]: 'Bad_NS' },
      });
      equal(status?.phase, 'PartiallyFailed');
      const { errors } = await restoreResultsOf(a, metadata.name);
      const { velero = [] } = errors;
      equal(velero.length, status?.errors);
      equal(new Set(velero).size, 1);
      match(
        velero[0],
        /Namespace "Bad_NS" is invalid: metadata\.name: Invalid value: "Bad_NS"/,
      );
    },
  },
];
