import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { RegionFixture } from '../fixture/RegionFixture';

const COUNT = 300;
const AT_A_TIME = 25;

/** A namespace and a backup of it that takes seconds to restore, as a restore makes some sixty objects each second. */
async function largeBackup(a: RegionFixture) {
  const namespace = await a.namespace();
  const configMaps = { resource: 'configmaps', namespace } as const;
  for (let made = 0; made < COUNT; made += AT_A_TIME) {
    await Promise.all(
      Array.from({ length: AT_A_TIME }, (_, index) =>
        a.kube.create(configMaps, {
          metadata: { name: `item-${made + index}` },
        }),
      ),
    );
  }
  const { metadata } = await a.endedBackup({ includedNamespaces: [namespace] });
  return { namespace, backupName: metadata.name };
}

export const restoreRestart: ContractCase[] = [
  {
    id: 'restart/restore',
    title:
      'A restore that runs when the server ends is Failed when the server is back, with as much restored as there was, and one that waited runs then',
    needs: ['disturbance'],
    exclusive: true,
    async run({ a, names }) {
      const { namespace, backupName } = await largeBackup(a);
      const running = await a.velero('restores', {
        backupName,
        namespaceMapping: { [namespace]: names.of('copy') },
      });
      const { name } = running.metadata;
      await a.when(
        'restores',
        name,
        ({ status }) => (status?.progress?.itemsRestored ?? 0) > 0,
      );
      const waiting = await a.velero('restores', {
        backupName,
        includedNamespaces: [names.of('nowhere')],
      });
      await a.disturb.killVelero();
      const second = await a.get('restores', waiting.metadata.name);
      equal(second.status?.phase, undefined);
      const left = await a.get('restores', name);
      equal(left.status?.phase, 'InProgress');
      await a.disturb.startVelero();
      const { status } = await a.ended('restores', name);
      equal(status?.phase, 'Failed');
      match(
        status?.failureReason ?? '',
        /^found a restore with status "InProgress" during the server starting, mark it as "Failed"$/,
      );
      equal(typeof status?.completionTimestamp, 'string');
      deepEqual(status?.progress, left.status?.progress);
      const next = await a.ended('restores', waiting.metadata.name);
      equal(next.status?.phase, 'Completed');
    },
  },
];
