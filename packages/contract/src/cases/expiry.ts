import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { historyOf, isPhase } from '../fixture/historyOf';
import type { RegionFixture } from '../fixture/RegionFixture';
import { WatchEvent } from '../kubernetes/objects';

const GC_FAILURE = 'velero.io/gc-failure';

/** Follows a backup to its end and until it is gone, which may be sooner than one can ask; gives its status at its end. */
async function lifeOf(
  a: RegionFixture,
  {
    phase = 'Completed',
    ...spec
  }: { phase?: string } & Record<string, unknown>,
) {
  const made = await a.backup(spec);
  const isGone = ({ type }: WatchEvent) => type === 'DELETED';
  const events = await historyOf(a, 'backups', made, isGone);
  const ended = events.find(isPhase(phase));
  ok(ended, `it never was ${phase}`);
  return ended.object.status;
}

export const expiry: ContractCase[] = [
  {
    id: 'expiry/collected',
    title: 'A backup whose time is over is removed with its files',
    needs: ['objectStore'],
    async run({ a, objectStore }) {
      const namespace = await a.namespace();
      const location = (await a.availableLocation()).metadata.name;
      await lifeOf(a, {
        includedNamespaces: [namespace],
        storageLocation: location,
        ttl: '1s',
      });
      const folder = `${location}/backups/`;
      deepEqual(await objectStore.list(objectStore.bucket, folder), []);
    },
  },
  {
    id: 'expiry/by-request',
    title:
      'What is over is removed by a DeleteBackupRequest that carries the labels of the backup',
    async run({ a }) {
      const requests = {
        resource: 'deletebackuprequests',
        namespace: a.region.veleroNamespace,
      } as const;
      const before = await a.kube.list(requests, { limit: '1' });
      const { metadata } = await a.endedBackup({
        includedNamespaces: [await a.namespace()],
        ttl: '30s',
      });
      const { name, uid } = metadata;
      const watch = a.kube.watch(
        requests,
        {
          resourceVersion: before.metadata.resourceVersion,
          labelSelector: `velero.io/backup-uid=${uid}`,
        },
        new AbortController().signal,
      );
      let seen = false;
      for await (const { object } of watch) {
        ok(object.metadata.name.startsWith(`${name}-`));
        equal(object.metadata.labels?.['velero.io/backup-name'], name);
        equal(object.spec?.backupName, name);
        seen = true;
        break;
      }
      ok(seen, 'the watch ended without a request');
    },
  },
  {
    id: 'expiry/read-only-location',
    title:
      'An expired backup in a location that is read only stays, is labelled with the reason, and is removed once the location can be written to',
    needs: ['objectStore'],
    async run({ a }) {
      const namespace = await a.namespace();
      const location = (await a.availableLocation()).metadata.name;
      const { metadata } = await a.endedBackup({
        includedNamespaces: [namespace],
        storageLocation: location,
        ttl: '30s',
      });
      await a.patch('backupstoragelocations', location, {
        spec: { accessMode: 'ReadOnly' },
      });
      const labelled = await a.when(
        'backups',
        metadata.name,
        ({ metadata: { labels } }) => labels?.[GC_FAILURE] !== undefined,
      );
      equal(labelled.metadata.labels?.[GC_FAILURE], 'BSLReadOnly');
      equal(labelled.status?.phase, 'Completed');
      await a.patch('backupstoragelocations', location, {
        spec: { accessMode: 'ReadWrite' },
      });
      await a.gone('backups', metadata.name);
    },
  },
  {
    id: 'expiry/missing-location',
    title:
      'An expired backup whose location does not exist stays, and is labelled with the reason',
    async run({ a, names }) {
      const { metadata, status } = await a.endedBackup({
        storageLocation: names.of('nowhere'),
        ttl: '1s',
      });
      equal(status?.phase, 'FailedValidation');
      const labelled = await a.when(
        'backups',
        metadata.name,
        ({ metadata: { labels } }) => labels?.[GC_FAILURE] !== undefined,
      );
      equal(labelled.metadata.labels?.[GC_FAILURE], 'BSLNotFound');
    },
  },
  {
    id: 'expiry/never-started',
    title: 'A backup that failed validation expires like any other',
    async run({ a }) {
      await lifeOf(a, {
        includedNamespaces: ['*', 'team-a'],
        ttl: '1s',
        phase: 'FailedValidation',
      });
    },
  },
  {
    id: 'expiry/negative',
    title: 'A backup with a negative ttl is over before it begins',
    async run({ a }) {
      const namespace = await a.namespace();
      const status = await lifeOf(a, {
        includedNamespaces: [namespace],
        ttl: '-1h',
      });
      ok(String(status?.expiration) < String(status?.startTimestamp));
    },
  },
  {
    id: 'expiry/moved',
    title:
      'The expiration that counts is the one in the status, wherever it came from',
    async run({ a }) {
      const namespace = await a.namespace();
      const { metadata } = await a.endedBackup({
        includedNamespaces: [namespace],
      });
      await a.patch('backups', metadata.name, {
        status: { expiration: '2026-01-01T00:00:00Z' },
      });
      await a.gone('backups', metadata.name);
    },
  },
];
