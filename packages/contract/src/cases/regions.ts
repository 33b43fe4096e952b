import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { nextSync } from '../fixture/locationChecks';
import { configMapsIn, storedNamespace } from '../fixture/restores';
import { Need } from '../target/ContractTarget';

const NEEDS: Need[] = ['secondRegion', 'objectStore'];

/** Two rounds of the server that looks for backups. */
const LONG = { seconds: 240 };

/** A location of region a, and the name of region b's location for the same place. */
async function sharedPlace(
  { a, b, names }: CaseContext,
  view: Record<string, unknown> = { accessMode: 'ReadOnly' },
) {
  const location = await a.availableLocation();
  const { name: own } = location.metadata;
  const name = names.of('view');
  await b.location({ ...b.locationSpec(own), ...view }, { name });
  await b.phase('backupstoragelocations', name, 'Available');
  return { own, view: name };
}

/** A backup of region a, and the same one as region b shows it. */
async function sharedBackup(
  context: CaseContext,
  labels: Record<string, string> = {},
) {
  const { a, b } = context;
  const place = await sharedPlace(context);
  const namespace = await a.namespace({ settings: { colour: 'blue' } });
  const original = await a.endedBackup(
    { includedNamespaces: [namespace], storageLocation: place.own },
    { labels },
  );
  const { name } = original.metadata;
  const shown = await b.when('backups', name, () => true, LONG);
  return { ...place, namespace, name, original, shown };
}

export const regions: ContractCase[] = [
  {
    id: 'region/appears',
    title:
      'A backup of one region appears in another that has a location for its place: with its labels, annotations and status, but as a new object',
    needs: NEEDS,
    async run(context) {
      const { view, original, shown } = await sharedBackup(context, {
        team: 'a',
      });
      notEqual(shown.metadata.uid, original.metadata.uid);
      equal(shown.metadata.generation, 1);
      equal(shown.metadata.ownerReferences, undefined);
      deepEqual(shown.status, original.status);
      deepEqual(shown.metadata.annotations, original.metadata.annotations);
      deepEqual(shown.metadata.labels, {
        ...original.metadata.labels,
        'velero.io/storage-location': view,
      });
      deepEqual(shown.spec, {
        ...original.spec,
        storageLocation: view,
        hooks: {},
        metadata: {},
      });
      ok(
        Date.parse(shown.metadata.creationTimestamp ?? '') >=
          Date.parse(original.status?.completionTimestamp ?? ''),
        'it was created after it had ended',
      );
    },
  },
  {
    id: 'region/deleted',
    title:
      'A backup that is deleted in its region goes from the other one when that looks again',
    needs: NEEDS,
    async run(context) {
      const { a, b } = context;
      const { name } = await sharedBackup(context);
      await a.deleteBackup(name);
      await a.gone('backups', name);
      await b.get('backups', name);
      await b.gone('backups', name, LONG);
    },
  },
  {
    id: 'region/download',
    title: 'The log of a backup can be downloaded from either region',
    needs: NEEDS,
    async run(context) {
      const { a, b } = context;
      const { name } = await sharedBackup(context);
      const there = await b.download('BackupLog', name);
      const here = await a.download('BackupLog', name);
      equal(there.code, 200);
      equal(there.text(), here.text());
    },
  },
  {
    id: 'region/restore',
    title: 'A backup of one region can be restored in another one',
    needs: NEEDS,
    async run(context) {
      const { a, b, names } = context;
      const { name, namespace } = await sharedBackup(context);
      const copy = names.of('copy');
      const restore = await b.endedRestore({
        backupName: name,
        namespaceMapping: { [namespace]: copy },
      });
      equal(restore.status?.phase, 'Completed');
      deepEqual(await configMapsIn(b, copy), ['settings']);
      const namespaces = { resource: 'namespaces', name: copy } as const;
      equal(await a.kube.find(namespaces), undefined);
      equal(await a.find('restores', restore.metadata.name), undefined);
    },
  },
  {
    id: 'region/same-name',
    title:
      'Of two backups of one name in two regions, each region shows its own',
    needs: NEEDS,
    async run(context) {
      const { a, b, names } = context;
      const { own, view } = await sharedPlace(context);
      const name = names.of('twin');
      const namespace = await b.namespace();
      const twin = await b.endedBackup(
        { includedNamespaces: [namespace] },
        { name },
      );
      await a.endedBackup(
        {
          includedNamespaces: [await a.namespace()],
          storageLocation: own,
        },
        { name },
      );
      await nextSync(b, view);
      const { metadata, spec } = await b.get('backups', name);
      equal(metadata.uid, twin.metadata.uid);
      equal(spec?.storageLocation, b.region.defaultLocation);
    },
  },
  {
    id: 'region/name-stored-elsewhere',
    title:
      'A backup whose name another region has stored in the same place fails, also when this region does not show that one',
    needs: NEEDS,
    async run(context) {
      const { a, b, names } = context;
      const { own, view } = await sharedPlace(context, {
        backupSyncPeriod: '0',
      });
      const name = `${names.of('nightly')}-20260101030000`;
      const namespace = await a.namespace();
      await a.endedBackup(
        { includedNamespaces: [namespace], storageLocation: own },
        { name },
      );
      const { status } = await b.endedBackup(
        { includedNamespaces: [await b.namespace()], storageLocation: view },
        { name },
      );
      equal(status?.phase, 'Failed');
      equal(
        status?.failureReason,
        'backup execution failed: backup already exists in object storage',
      );
    },
  },
  {
    id: 'region/schedule-of-same-name',
    title:
      'Backups that a schedule of one region made count in another region as those of its own schedule of that name',
    needs: NEEDS,
    async run(context) {
      const { b, names } = context;
      const scheduleName = names.of('nightly');
      const { name } = await sharedBackup(context, {
        'velero.io/schedule-name': scheduleName,
      });
      const { spec } = await b.endedRestore({
        scheduleName,
        includedNamespaces: [names.of('nowhere')],
      });
      equal(spec?.backupName, name);
    },
  },
  {
    id: 'region/deleted-by-the-other',
    title:
      'A backup that another region deletes through a location it may write to is lost for the region that made it',
    needs: NEEDS,
    async run(context) {
      const { a, b } = context;
      const { own, view } = await sharedPlace(context, {});
      const { backupName } = await storedNamespace(a, undefined, {
        storageLocation: own,
      });
      await b.when('backups', backupName, () => true, LONG);
      const synced = await b.get('backups', backupName);
      equal(synced.spec?.storageLocation, view);
      await b.deleteBackup(backupName);
      await a.gone('backups', backupName, LONG);
    },
  },
];
