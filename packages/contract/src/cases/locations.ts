import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { checkNow } from '../fixture/locationChecks';
import { RegionFixture } from '../fixture/RegionFixture';

const LOCATIONS = 'backupstoragelocations';

/** Longer than from one of the server's looks at all locations to the next. */
const A_ROUND = 15;

/** A location that Velero does not check by itself while a case runs. */
async function restingLocation(a: RegionFixture) {
  const { metadata } = await a.availableLocation({ validationFrequency: '1h' });
  // A later check is seen by its time, which is recorded in whole seconds.
  await a.patience.pass(2);
  return a.get(LOCATIONS, metadata.name);
}

export const locations: ContractCase[] = [
  {
    id: 'location/available',
    title:
      'A new location is checked at once: Available, the time of the check, and no message',
    needs: ['objectStore'],
    async run({ a }) {
      const { metadata } = await a.location({ validationFrequency: '1h' });
      const { status = {} } = await a.phase(
        LOCATIONS,
        metadata.name,
        'Available',
        { seconds: 5 },
      );
      // A look at the bucket's backups may have come in between.
      const { lastSyncedTime: _, ...checked } = status;
      deepEqual(Object.keys(checked).sort(), ['lastValidationTime', 'phase']);
    },
  },
  {
    id: 'location/checked-again',
    title: 'A location is checked again when its frequency demands it',
    needs: ['objectStore'],
    async run({ a }) {
      const { metadata, status } = await a.availableLocation({
        validationFrequency: '30s',
      });
      const again = await a.when(
        LOCATIONS,
        metadata.name,
        location =>
          location.status?.lastValidationTime !== status?.lastValidationTime,
      );
      equal(again.status?.phase, 'Available');
      const gap =
        Date.parse(again.status?.lastValidationTime ?? '') -
        Date.parse(status?.lastValidationTime ?? '');
      equal(gap >= 30_000, true, `checked again after ${gap} ms`);
    },
  },
  {
    id: 'location/forced-check',
    title:
      'A location without the time of its last check is checked soon, however seldom it is checked else, and keeps its phase until then',
    needs: ['objectStore'],
    async run({ a }) {
      const { metadata, status } = await restingLocation(a);
      const patched = await a.patch(LOCATIONS, metadata.name, {
        status: { lastValidationTime: null },
      });
      equal(patched.status?.phase, 'Available');
      const checked = await a.when(LOCATIONS, metadata.name, location =>
        Boolean(location.status?.lastValidationTime),
      );
      notEqual(checked.status?.lastValidationTime, status?.lastValidationTime);
    },
  },
  {
    id: 'location/never-checked-again',
    title:
      'A location with a frequency of zero is checked once, and again when that is demanded',
    needs: ['objectStore'],
    async run({ a }) {
      const { metadata, status } = await a.availableLocation({
        validationFrequency: '0',
      });
      await a.patience.pass(75);
      const later = await a.get(LOCATIONS, metadata.name);
      equal(later.status?.lastValidationTime, status?.lastValidationTime);
      const checked = await checkNow(a, metadata.name);
      notEqual(checked.status?.lastValidationTime, status?.lastValidationTime);
    },
  },
  {
    id: 'location/marks-unnoticed',
    title: 'New labels and annotations of a location do not have it checked',
    needs: ['objectStore'],
    async run({ a }) {
      const { metadata, status } = await restingLocation(a);
      await a.patch(LOCATIONS, metadata.name, {
        metadata: { labels: { team: 'a' }, annotations: { note: 'b' } },
      });
      await a.patience.pass(A_ROUND);
      const later = await a.get(LOCATIONS, metadata.name);
      equal(later.status?.lastValidationTime, status?.lastValidationTime);
    },
  },
  {
    id: 'location/secret-unnoticed',
    title:
      'A location whose Secret is gone stays Available until it is checked again',
    needs: ['objectStore'],
    async run({ a, objectStore, names }) {
      const { name, key } = objectStore.credential;
      const secrets = {
        resource: 'secrets',
        namespace: a.region.veleroNamespace,
      } as const;
      const { data } = await a.kube.get({ ...secrets, name });
      const secret = names.of('rotated');
      await a.make(
        'secrets',
        { metadata: { name: secret }, data },
        secrets.namespace,
      );
      const { metadata } = await a.availableLocation({
        validationFrequency: '1h',
        credential: { name: secret, key },
      });
      await a.kube.remove({ ...secrets, name: secret });
      await a.patience.pass(A_ROUND);
      const later = await a.get(LOCATIONS, metadata.name);
      equal(later.status?.phase, 'Available');
      const checked = await checkNow(a, metadata.name);
      equal(checked.status?.phase, 'Unavailable');
    },
  },
  {
    id: 'location/spec-noticed',
    title: 'A location whose spec is changed is checked at once',
    needs: ['objectStore'],
    async run({ a, names, objectStore }) {
      const { metadata } = await restingLocation(a);
      await a.patch(LOCATIONS, metadata.name, {
        spec: { objectStorage: { bucket: names.of('nowhere') } },
      });
      await a.phase(LOCATIONS, metadata.name, 'Unavailable', { seconds: 5 });
      await a.patch(LOCATIONS, metadata.name, {
        spec: { objectStorage: { bucket: objectStore.bucket } },
      });
      const { status } = await a.phase(LOCATIONS, metadata.name, 'Available', {
        seconds: 5,
      });
      equal(status?.message, undefined);
    },
  },
  {
    id: 'location/repaired',
    title:
      'A location whose bucket is made later becomes Available at its next check, without a message',
    needs: ['objectStore'],
    async run({ a, names, objectStore }) {
      const bucket = names.of('later');
      const { metadata } = await a.location({
        validationFrequency: '1h',
        objectStorage: { bucket, prefix: 'shop' },
      });
      await a.phase(LOCATIONS, metadata.name, 'Unavailable');
      await objectStore.createBucket(bucket);
      const { status } = await checkNow(a, metadata.name);
      equal(status?.phase, 'Available');
      equal(status?.message, undefined);
    },
  },
  {
    id: 'location/slashes-trimmed',
    title: 'Slashes around a prefix do not count',
    needs: ['objectStore'],
    async run({ a, names, objectStore }) {
      const { bucket } = objectStore;
      const prefix = names.of('deep/er');
      const { metadata } = await a.availableLocation({
        objectStorage: { bucket, prefix: `/${prefix}/` },
      });
      const namespace = await a.namespace();
      const backup = await a.endedBackup({
        includedNamespaces: [namespace],
        storageLocation: metadata.name,
      });
      const folder = `${prefix}/backups/${backup.metadata.name}/`;
      const keys = await objectStore.list(bucket, folder);
      equal(keys.includes(`${folder}velero-backup.json`), true);
    },
  },
  {
    id: 'location/default-switch',
    title:
      'Of two default locations the one made last stays the default, and backups that name none go there',
    needs: ['objectStore'],
    exclusive: true,
    async run({ a }) {
      const before = a.region.defaultLocation;
      // Decides by the second of creation.
      await a.patience.pass(2);
      try {
        const { metadata } = await a.availableLocation({ default: true });
        await a.when(LOCATIONS, before, ({ spec }) => spec?.default !== true);
        const namespace = await a.namespace();
        const made = await a.velero('backups', {
          includedNamespaces: [namespace],
        });
        const { spec } = await a.ended('backups', made.metadata.name);
        equal(spec?.storageLocation, metadata.name);
      } finally {
        await a.cleanUp();
        await a.patch(LOCATIONS, before, { spec: { default: true } });
      }
    },
  },
];
