import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { crowdedNamespace } from '../fixture/crowdedNamespace';
import { historyOf, isPhase } from '../fixture/historyOf';

export const serverRestart: ContractCase[] = [
  {
    id: 'restart/in-progress',
    title:
      'A backup that was in progress when the server was killed is Failed when it starts again, and one that was queued goes on',
    needs: ['disturbance', 'objectStore'],
    exclusive: true,
    async run({ a, objectStore }) {
      const location = (await a.availableLocation()).metadata.name;
      const crowd = {
        includedNamespaces: [await crowdedNamespace(a)],
        storageLocation: location,
      };
      const running = await a.backup(crowd);
      await historyOf(a, 'backups', running, isPhase('InProgress'));
      const waiting = await a.backup(crowd);
      await historyOf(a, 'backups', waiting, isPhase('Queued'));
      await a.disturb.killVelero();
      const { name } = running.metadata;
      equal((await a.get('backups', name)).status?.phase, 'InProgress');
      await a.disturb.startVelero();
      const { status } = await a.ended('backups', name);
      equal(status?.phase, 'Failed');
      equal(
        status?.failureReason,
        'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
      );
      ok(status?.completionTimestamp);
      const folder = `${location}/backups/${name}/`;
      deepEqual(await objectStore.list(objectStore.bucket, folder), []);
      const next = await a.ended('backups', waiting.metadata.name);
      equal(next.status?.phase, 'Completed');
    },
  },
  {
    id: 'restart/ready-to-start',
    title:
      'A backup that was ReadyToStart when the server was killed is left so, until somebody touches it',
    needs: ['disturbance'],
    exclusive: true,
    async run({ a }) {
      const spec = { includedNamespaces: [await a.namespace()] };
      await a.disturb.killVelero();
      const { metadata } = await a.backup(spec);
      await a.patch('backups', metadata.name, {
        status: { phase: 'ReadyToStart' },
      });
      await a.disturb.startVelero();
      const other = { includedNamespaces: [await a.namespace()] };
      equal((await a.endedBackup(other)).status?.phase, 'Completed');
      const left = await a.get('backups', metadata.name);
      equal(left.status?.phase, 'ReadyToStart');
      await a.patch('backups', metadata.name, {
        metadata: { annotations: { touched: 'yes' } },
      });
      const { status } = await a.ended('backups', metadata.name);
      equal(status?.phase, 'Completed');
    },
  },
  {
    id: 'restart/stopped',
    title:
      'While the server is stopped nothing gets a phase; when it starts all goes on',
    needs: ['disturbance'],
    exclusive: true,
    async run({ a }) {
      const namespace = await a.namespace();
      const ended = await a.endedBackup({ includedNamespaces: [namespace] });
      await a.disturb.killVelero();
      const { metadata } = await a.backup({ includedNamespaces: [namespace] });
      const target = { kind: 'BackupLog', name: ended.metadata.name };
      const asked = await a.velero('downloadrequests', { target });
      await a.patience.pass(3);
      const backup = await a.get('backups', metadata.name);
      const request = await a.get('downloadrequests', asked.metadata.name);
      equal(backup.status?.phase, undefined);
      equal(request.status?.phase, undefined);
      await a.disturb.startVelero();
      await a.phase('downloadrequests', asked.metadata.name, 'Processed');
      const { status } = await a.ended('backups', metadata.name);
      equal(status?.phase, 'Completed');
    },
  },
];
