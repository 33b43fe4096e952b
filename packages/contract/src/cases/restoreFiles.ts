import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import {
  claimedBackup,
  dataOf,
  restoreCopy,
  restoredItemsOf,
  storedNamespace,
} from '../fixture/restores';

const KINDS = [
  'RestoreItemOperations',
  'RestoreLog',
  'RestoreResourceList',
  'RestoreResults',
  'RestoreVolumeInfo',
];

/** A restore from a location of its own, and what the object store holds of it. */
async function restoreOnItsOwn(context: CaseContext) {
  const { a, names, objectStore } = context;
  const location = await a.availableLocation();
  const { name: prefix } = location.metadata;
  const stored = await storedNamespace(a, undefined, {
    storageLocation: prefix,
  });
  const { copy, restore } = await restoreCopy(a, names, stored);
  const { name } = restore.metadata;
  const folder = `${prefix}/restores/${name}/`;
  const files = () => objectStore.list(objectStore.bucket, folder);
  return { copy, name, location: prefix, folder, files };
}

export const restoreFiles: ContractCase[] = [
  {
    id: 'restore/files',
    title: 'A finished restore has five files in the object store',
    needs: ['objectStore'],
    async run(context) {
      const { name, folder, files } = await restoreOnItsOwn(context);
      deepEqual(await files(), [
        `${folder}restore-${name}-itemoperations.json.gz`,
        `${folder}restore-${name}-logs.gz`,
        `${folder}restore-${name}-resource-list.json.gz`,
        `${folder}restore-${name}-results.gz`,
        `${folder}${name}-volumeinfo.json.gz`,
      ]);
    },
  },
  {
    id: 'restore/downloads',
    title:
      'Each file of a restore can be downloaded: its log as text, the others as JSON',
    async run({ a, names }) {
      const stored = await storedNamespace(a);
      const { restore } = await restoreCopy(a, names, stored);
      const texts = new Map<string, string>();
      for (const kind of KINDS) {
        const file = await a.download(kind, restore.metadata.name);
        equal(file.code, 200, kind);
        texts.set(kind, file.text());
      }
      match(texts.get('RestoreLog') ?? '', /level=info msg="starting restore"/);
      match(texts.get('RestoreLog') ?? '', /msg="restore completed"/);
      deepEqual(JSON.parse(texts.get('RestoreItemOperations') ?? ''), []);
      deepEqual(JSON.parse(texts.get('RestoreVolumeInfo') ?? ''), []);
    },
  },
  {
    id: 'restore/resource-list',
    title:
      'The list of a restore’s items has the names after the mapping, each with what became of it',
    async run({ a, names }) {
      const stored = await storedNamespace(a, undefined, {
        excludedResources: ['serviceaccounts'],
      });
      const { copy, restore } = await restoreCopy(a, names, stored, {
        labelSelector: undefined,
        excludedResources: ['configmaps'],
      });
      deepEqual(await restoredItemsOf(a, restore.metadata.name), {
        'v1/Namespace': [`${copy}(created)`],
      });
    },
  },
  {
    id: 'restore/failed-has-no-files',
    title:
      'A Failed restore has neither log nor results: links to them are signed, and answer 404',
    async run({ a, names }) {
      const backup = await claimedBackup(a, { name: names.of('claimed') });
      const { metadata, status } = await a.endedRestore({
        backupName: backup.metadata.name,
      });
      equal(status?.phase, 'Failed');
      for (const kind of ['RestoreLog', 'RestoreResults']) {
        const { code } = await a.download(kind, metadata.name);
        equal(code, 404, kind);
      }
    },
  },
  {
    id: 'restore/deleted',
    title:
      'A Restore that is deleted takes its files out of the object store, and leaves what it restored',
    needs: ['objectStore'],
    async run(context) {
      const { a } = context;
      const { copy, name, files } = await restoreOnItsOwn(context);
      equal((await files()).length > 0, true);
      await a.remove('restores', name);
      await a.gone('restores', name);
      deepEqual(await files(), []);
      deepEqual(await dataOf(a, copy, 'settings'), { colour: 'blue' });
    },
  },
  {
    id: 'restore/deleted-read-only',
    title:
      'A Restore that is deleted takes its files out of a ReadOnly location too',
    needs: ['objectStore'],
    async run(context) {
      const { a } = context;
      const { name, location, files } = await restoreOnItsOwn(context);
      await a.patch('backupstoragelocations', location, {
        spec: { accessMode: 'ReadOnly' },
      });
      await a.remove('restores', name);
      await a.gone('restores', name);
      deepEqual(await files(), []);
    },
  },
  {
    id: 'restore/deleted-without-location',
    title:
      'A Restore whose location is gone can be deleted, and leaves its files behind',
    needs: ['objectStore'],
    async run(context) {
      const { a } = context;
      const { name, location, files } = await restoreOnItsOwn(context);
      await a.remove('backupstoragelocations', location);
      // Velero hears of locations and of restores apart, and must know of the first when the second goes.
      await a.patience.pass(5);
      await a.remove('restores', name);
      await a.gone('restores', name);
      equal((await files()).length > 0, true);
    },
  },
  {
    id: 'restore/deletion-waits',
    title:
      'A Restore whose location is Unavailable stays while it is deleted, until the location is Available again',
    needs: ['objectStore'],
    async run(context) {
      const { a, names, objectStore } = context;
      const { name, location, files } = await restoreOnItsOwn(context);
      const bucket = (to: string) =>
        a.patch('backupstoragelocations', location, {
          spec: { objectStorage: { bucket: to } },
        });
      await bucket(names.of('nowhere'));
      await a.phase('backupstoragelocations', location, 'Unavailable');
      await a.remove('restores', name);
      await a.patience.pass(5);
      const waiting = await a.get('restores', name);
      equal(typeof waiting.metadata.deletionTimestamp, 'string');
      await bucket(objectStore.bucket);
      await a.phase('backupstoragelocations', location, 'Available');
      await a.gone('restores', name);
      deepEqual(await files(), []);
    },
  },
];
