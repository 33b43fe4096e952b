import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { crowdedNamespace } from '../fixture/crowdedNamespace';
import { historyOf, isPhase } from '../fixture/historyOf';
import { RegionFixture } from '../fixture/RegionFixture';
import { KubernetesObject } from '../kubernetes/objects';

/** A backup that runs now and will for a while: it has counted its items. */
async function runningBackup(a: RegionFixture): Promise<string> {
  const namespace = await crowdedNamespace(a);
  const made = await a.backup({ includedNamespaces: [namespace] });
  // Before that the server may not know of it as running, whatever the phase says.
  await historyOf(
    a,
    'backups',
    made,
    ({ object }) => object.status?.progress?.totalItems !== undefined,
  );
  return made.metadata.name;
}

/** A backup that waits for another that runs. */
async function queuedBackup(a: RegionFixture, spec = {}): Promise<string> {
  const namespace = await a.namespace();
  await runningBackup(a);
  const made = await a.backup({ includedNamespaces: [namespace], ...spec });
  await historyOf(a, 'backups', made, isPhase('Queued'));
  return made.metadata.name;
}

/** Versions of one cluster's objects count up together. */
function versionOf(object?: KubernetesObject): number {
  return Number(object?.metadata.resourceVersion);
}

async function askForLog(a: RegionFixture, name: string): Promise<string> {
  const { metadata } = await a.velero('downloadrequests', {
    target: { kind: 'BackupLog', name },
  });
  return metadata.name;
}

/** These meet a backup while it runs, so that they are alone with the server. */
export const backupRunning: ContractCase[] = [
  {
    id: 'queue/behind-a-long-one',
    title: 'While a backup runs, another one is Queued and not started',
    exclusive: true,
    async run({ a }) {
      const short = await a.namespace();
      const running = await runningBackup(a);
      const waiting = await a.backup({ includedNamespaces: [short] });
      await historyOf(a, 'backups', waiting, isPhase('Queued'));
      const { status } = await a.get('backups', running);
      equal(status?.phase, 'InProgress');
      const queued = await a.get('backups', waiting.metadata.name);
      deepEqual(queued.status, { phase: 'Queued', queuePosition: 1 });
      const ended = await a.ended('backups', waiting.metadata.name);
      equal(ended.status?.phase, 'Completed');
    },
  },
  {
    id: 'delete/in-progress',
    title: 'A backup that is in progress is not deleted',
    exclusive: true,
    async run({ a }) {
      const name = await runningBackup(a);
      const request = await a.deleteBackup(name);
      deepEqual(request?.status, {
        phase: 'Processed',
        errors: ['backup deletion failed: backup is still in progress'],
      });
      const { status } = await a.ended('backups', name);
      equal(status?.phase, 'Completed');
    },
  },
  {
    id: 'delete/no-location',
    title:
      'A queued backup that names no location is not deleted, and the message has a gap where the name would be',
    exclusive: true,
    async run({ a }) {
      const name = await queuedBackup(a, { storageLocation: undefined });
      const request = await a.deleteBackup(name);
      deepEqual(request?.status?.errors, [
        'backup deletion failed: backup storage location  not found',
      ]);
    },
  },
  {
    id: 'download/in-progress',
    title: 'For a backup in progress a link is signed before it ends',
    exclusive: true,
    async run({ a }) {
      const name = await runningBackup(a);
      const running = await a.get('backups', name);
      const request = await askForLog(a, name);
      const signed = await a.phase('downloadrequests', request, 'Processed');
      const events = await historyOf(
        a,
        'backups',
        running,
        isPhase('Completed'),
      );
      const finalizing = events.find(isPhase('Finalizing'));
      ok(versionOf(signed) < versionOf(finalizing?.object));
    },
  },
  {
    id: 'download/queued-without-location',
    title:
      'A request for a queued backup that names no location gets no phase, also when the backup has ended; a new one does',
    exclusive: true,
    async run({ a }) {
      const name = await queuedBackup(a, { storageLocation: undefined });
      const early = await askForLog(a, name);
      equal((await a.ended('backups', name)).status?.phase, 'Completed');
      equal((await a.download('BackupLog', name)).code, 200);
      const { status } = await a.get('downloadrequests', early);
      deepEqual(Object.keys(status ?? {}), ['expiration']);
    },
  },
  {
    id: 'download/queued-with-location',
    title: 'For a queued backup that names its location a link is signed',
    exclusive: true,
    async run({ a }) {
      const name = await queuedBackup(a);
      const file = await a.download('BackupLog', name);
      equal(file.code, 404);
    },
  },
];
