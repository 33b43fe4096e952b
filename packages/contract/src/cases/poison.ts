import { equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { RegionFixture } from '../fixture/RegionFixture';

/** A new backup that is left without a phase, which a server in order gives within milliseconds. */
async function backupLeftAlone(a: RegionFixture): Promise<string> {
  const namespace = await a.namespace();
  const { metadata } = await a.backup({ includedNamespaces: [namespace] });
  await a.patience.pass(4);
  const { status } = await a.get('backups', metadata.name);
  equal(status?.phase, undefined);
  return metadata.name;
}

export const poison: ContractCase[] = [
  {
    id: 'poison/created',
    title:
      'A backup with the ttl `30d` is accepted by the API server, and stops Velero’s work on all backups until it is removed',
    exclusive: true,
    async run({ a }) {
      const culprit = await a.backup({ ttl: '30d' });
      try {
        const victim = await backupLeftAlone(a);
        await a.remove('backups', culprit.metadata.name);
        const { status } = await a.ended('backups', victim);
        equal(status?.phase, 'Completed');
      } finally {
        await removeIfThere(a, culprit.metadata.name);
      }
    },
  },
  {
    id: 'poison/patched',
    title:
      'A ttl that Velero cannot read stops it in an ended backup too, until it is mended',
    exclusive: true,
    async run({ a }) {
      const { metadata } = await a.endedBackup({
        includedNamespaces: [await a.namespace()],
      });
      const put = (ttl: string) =>
        a.patch('backups', metadata.name, { spec: { ttl } });
      await put('30d');
      try {
        const victim = await backupLeftAlone(a);
        await put('720h0m0s');
        const { status } = await a.ended('backups', victim);
        equal(status?.phase, 'Completed');
      } finally {
        await put('720h0m0s');
      }
    },
  },
];

async function removeIfThere(a: RegionFixture, name: string) {
  if (await a.find('backups', name)) {
    await a.remove('backups', name);
  }
}
