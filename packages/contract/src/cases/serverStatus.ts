import { deepEqual, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { RegionFixture } from '../fixture/RegionFixture';

interface Plugin {
  kind: string;
  name: string;
}

async function askServer(a: RegionFixture) {
  const { metadata } = await a.velero('serverstatusrequests', {});
  return a.phase('serverstatusrequests', metadata.name, 'Processed');
}

async function pluginsOf(a: RegionFixture): Promise<string[]> {
  const { status } = await askServer(a);
  const plugins = (status?.plugins ?? []) as Plugin[];
  return plugins.map(({ kind, name }) => `${kind} ${name}`);
}

export const serverStatus: ContractCase[] = [
  {
    id: 'server/version',
    title: 'A ServerStatusRequest is answered with the server’s version',
    async run({ a }) {
      const { status, metadata } = await askServer(a);
      match(String(status?.serverVersion), /^v1\.\d+\.\d+/);
      ok(String(status?.processedTimestamp) >= `${metadata.creationTimestamp}`);
      deepEqual(Object.keys(status ?? {}).sort(), [
        'phase',
        'plugins',
        'processedTimestamp',
        'serverVersion',
      ]);
    },
  },
  {
    id: 'server/plugins',
    title: 'The plugins of the server are listed by kind and name, all kinds',
    async run({ a }) {
      const plugins = await pluginsOf(a);
      const kinds = plugins.map(plugin => plugin.split(' ')[0]);
      deepEqual([...new Set(kinds)].sort(), [
        'BackupItemAction',
        'BackupItemActionV2',
        'DeleteItemAction',
        'ItemBlockAction',
        'ObjectStore',
        'RestoreItemAction',
        'RestoreItemActionV2',
        'VolumeSnapshotter',
      ]);
      ok(plugins.includes('ObjectStore velero.io/aws'));
    },
  },
  {
    id: 'server/plugins-repeat',
    title: 'The same plugin is listed more than once',
    async run({ a }) {
      const plugins = await pluginsOf(a);
      ok(new Set(plugins).size < plugins.length);
    },
  },
  {
    id: 'server/request-removed',
    title: 'A ServerStatusRequest is removed five minutes after its answer',
    async run({ a }) {
      const { metadata } = await askServer(a);
      const past = new Date(Date.now() - 300_000).toISOString();
      await a.patch('serverstatusrequests', metadata.name, {
        status: { processedTimestamp: past.replace(/\.\d+/, '') },
      });
      await a.gone('serverstatusrequests', metadata.name);
    },
  },
];
