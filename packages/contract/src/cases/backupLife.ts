import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { crowdedNamespace } from '../fixture/crowdedNamespace';
import { historyOf, isPhase } from '../fixture/historyOf';
import { RegionFixture } from '../fixture/RegionFixture';

const HOUR_MILLIS = 3_600_000;

/** A backup of a small namespace, as a watch shows it from its creation to its end. */
async function lifeOf(a: RegionFixture) {
  const namespace = await a.namespace({ settings: { colour: 'blue' } });
  const made = await a.backup({ includedNamespaces: [namespace] });
  const events = await historyOf(a, 'backups', made, isPhase('Completed'));
  return events.map(({ object }) => object);
}

export const backupLife: ContractCase[] = [
  {
    id: 'backup/phases',
    title:
      'An undisturbed backup is changed seven times on its way from no phase to Completed, and each change moves its generation',
    exclusive: true,
    async run({ a }) {
      const versions = await lifeOf(a);
      deepEqual(
        versions.map(({ status, metadata }) => [
          status?.phase ?? '',
          metadata.generation,
        ]),
        [
          ['', 1],
          ['Queued', 2],
          ['ReadyToStart', 3],
          ['InProgress', 4],
          ['InProgress', 5],
          ['InProgress', 6],
          ['Finalizing', 7],
          ['Completed', 8],
        ],
      );
    },
  },
  {
    id: 'backup/fields-by-phase',
    title: 'The fields of a backup’s status come and go with its phases',
    async run({ a }) {
      const fields = new Map<string, string[]>();
      for (const { status = {} } of await lifeOf(a)) {
        fields.set(status?.phase ?? '', Object.keys(status ?? {}).sort());
      }
      const begun = ['expiration', 'formatVersion', 'phase', 'progress'];
      const always = [...begun, 'startTimestamp', 'version'];
      deepEqual(Object.fromEntries(fields), {
        '': [],
        Queued: ['phase', 'queuePosition'],
        ReadyToStart: ['phase'],
        InProgress: [...always, 'hookStatus'].sort(),
        Finalizing: [...always, 'hookStatus'].sort(),
        Completed: [...always, 'completionTimestamp', 'hookStatus'].sort(),
      });
    },
  },
  {
    id: 'backup/progress',
    title:
      'Progress is first the number of items, then as many that are backed up; both stay after the end',
    async run({ a }) {
      const versions = await lifeOf(a);
      const seen = versions
        .map(({ status }) => status?.progress)
        .filter(progress => progress !== undefined);
      const total = seen.at(-1)?.totalItems;
      deepEqual(seen[0], { totalItems: total });
      deepEqual(seen.at(-1), { totalItems: total, itemsBackedUp: total });
    },
  },
  {
    id: 'backup/spec-completed',
    title:
      'The server writes its defaults into the spec, with the exclusion of snapshot objects among the new filters',
    async run({ a }) {
      const namespace = await a.namespace();
      const { spec } = await a.endedBackup({ includedNamespaces: [namespace] });
      deepEqual(spec, {
        csiSnapshotTimeout: '10m0s',
        defaultVolumesToFsBackup: false,
        excludedClusterScopedResources: [
          'volumesnapshotcontents.snapshot.storage.k8s.io',
        ],
        excludedNamespaceScopedResources: [
          'volumesnapshots.snapshot.storage.k8s.io',
        ],
        includedNamespaces: [namespace],
        itemOperationTimeout: '4h0m0s',
        snapshotMoveData: false,
        storageLocation: a.region.defaultLocation,
        ttl: '720h0m0s',
        volumeGroupSnapshotLabelKey: 'velero.io/volume-group',
      });
    },
  },
  {
    id: 'backup/spec-completed-old-filters',
    title:
      'With an old filter in the spec the exclusion of snapshot objects goes to the old list',
    async run({ a }) {
      const namespace = await a.namespace();
      const { spec } = await a.endedBackup({
        includedNamespaces: [namespace],
        includedResources: ['configmaps'],
      });
      deepEqual(spec?.excludedResources, [
        'volumesnapshots.snapshot.storage.k8s.io',
        'volumesnapshotcontents.snapshot.storage.k8s.io',
      ]);
      equal(spec?.excludedNamespaceScopedResources, undefined);
    },
  },
  {
    id: 'backup/spec-stored-again',
    title:
      'A stored spec with an old filter added to it is refused, as the server’s own exclusions are new filters',
    async run({ a }) {
      const namespace = await a.namespace();
      const first = await a.endedBackup({ includedNamespaces: [namespace] });
      const { status } = await a.endedBackup({
        ...first.spec,
        includedResources: ['configmaps'],
      });
      equal(status?.phase, 'FailedValidation');
      match(String(status?.validationErrors), /cannot be used together/);
    },
  },
  {
    id: 'backup/all-namespaces',
    title: 'A backup that names no namespaces says in the end that it took `*`',
    async run({ a, names }) {
      const { spec, status } = await a.endedBackup({
        labelSelector: { matchLabels: { nowhere: names.of('label') } },
      });
      equal(status?.phase, 'Completed');
      deepEqual(spec?.includedNamespaces, ['*']);
    },
  },
  {
    id: 'backup/default-location',
    title:
      'A backup that names no location goes to the default one, and only names it when it starts',
    async run({ a }) {
      const namespace = await a.namespace();
      const made = await a.backup({
        includedNamespaces: [namespace],
        storageLocation: undefined,
      });
      const events = await historyOf(a, 'backups', made, isPhase('Completed'));
      const locations = events.map(({ object }) => [
        object.status?.phase ?? '',
        object.spec?.storageLocation,
      ]);
      const { defaultLocation } = a.region;
      deepEqual(Object.fromEntries(locations), {
        '': undefined,
        Queued: undefined,
        ReadyToStart: undefined,
        InProgress: defaultLocation,
        Finalizing: defaultLocation,
        Completed: defaultLocation,
      });
    },
  },
  {
    id: 'backup/expiration',
    title:
      'A backup expires its ttl after its start, and the ttl stays as written',
    async run({ a }) {
      const namespace = await a.namespace();
      const { spec, status } = await a.endedBackup({
        includedNamespaces: [namespace],
        ttl: '36h',
      });
      equal(spec?.ttl, '36h');
      const start = Date.parse(status?.startTimestamp ?? '');
      const end = Date.parse(status?.expiration ?? '');
      // The two are read from the clock one after the other.
      ok(Math.abs(end - start - 36 * HOUR_MILLIS) <= 1_000);
    },
  },
  {
    id: 'backup/expiration-kept',
    title: 'When a backup expires is set at its start, however long it takes',
    async run({ a }) {
      const made = await a.backup({
        includedNamespaces: [await crowdedNamespace(a)],
      });
      const ended = isPhase('Completed');
      const events = await historyOf(a, 'backups', made, ended);
      const begun = events.find(isPhase('InProgress'))?.object.status;
      ok(begun?.expiration);
      const { status } = await a.get('backups', made.metadata.name);
      equal(status?.expiration, begun.expiration);
    },
  },
  {
    id: 'backup/ttl-changed-later',
    title: 'A later change of the ttl leaves the expiration as it was',
    async run({ a }) {
      const namespace = await a.namespace();
      const backup = { includedNamespaces: [namespace] };
      const { metadata, status } = await a.endedBackup(backup);
      await a.patch('backups', metadata.name, { spec: { ttl: '1h' } });
      await a.endedBackup(backup);
      const later = await a.get('backups', metadata.name);
      equal(later.spec?.ttl, '1h');
      equal(later.status?.expiration, status?.expiration);
    },
  },
  {
    id: 'backup/marks',
    title:
      'The server adds the location as a label and the cluster’s version as annotations, and no owner or finalizer',
    async run({ a }) {
      const namespace = await a.namespace();
      const { metadata } = await a.endedBackup(
        { includedNamespaces: [namespace] },
        { labels: { team: 'blue' }, annotations: { note: 'mine' } },
      );
      deepEqual(metadata.labels, {
        team: 'blue',
        'velero.io/storage-location': a.region.defaultLocation,
      });
      deepEqual(Object.keys(metadata.annotations ?? {}).sort(), [
        'note',
        'velero.io/resource-timeout',
        'velero.io/source-cluster-k8s-gitversion',
        'velero.io/source-cluster-k8s-major-version',
        'velero.io/source-cluster-k8s-minor-version',
      ]);
      equal(metadata.ownerReferences, undefined);
      equal(metadata.finalizers, undefined);
    },
  },
];
