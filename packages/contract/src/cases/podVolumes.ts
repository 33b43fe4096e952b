import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { resourceListOf } from '../fixture/contentsOf';
import { RegionFixture } from '../fixture/RegionFixture';

/** A namespace with a pod in that phase, whose volume is to be copied by whoever can. */
async function namespaceWithVolume(
  a: RegionFixture,
  phase: string,
): Promise<string> {
  const namespace = await a.namespace();
  const annotations = { 'backup.velero.io/backup-volumes': 'data' };
  await a.make(
    'pods',
    {
      metadata: { name: 'db', annotations },
      spec: {
        nodeName: 'nowhere',
        containers: [
          {
            name: 'db',
            image: 'db',
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [{ name: 'data', emptyDir: {} }],
      },
    },
    namespace,
  );
  const { code } = await a.kube.ask({
    method: 'PATCH',
    path: `/api/v1/namespaces/${namespace}/pods/db/status`,
    body: { status: { phase } },
    contentType: 'application/merge-patch+json',
  });
  equal(code, 200);
  return namespace;
}

export const podVolumes: ContractCase[] = [
  {
    id: 'volumes/no-node-agent',
    title:
      'Where no node agent runs, the volume of a running pod is an error of the backup, which has everything else in it',
    async run({ a }) {
      const namespace = await namespaceWithVolume(a, 'Running');
      const { metadata, status } = await a.endedBackup({
        includedNamespaces: [namespace],
      });
      equal(status?.phase, 'PartiallyFailed');
      deepEqual([status?.errors, status?.warnings], [1, 1]);
      const results = await a.download('BackupResults', metadata.name);
      const reason =
        'error: /daemonset pod not found in running state in node nowhere';
      deepEqual(results.json(), {
        errors: {
          velero: [` name: /db message: /Error backing up item ${reason}`],
        },
        warnings: {
          namespaces: {
            [namespace]: [
              ` resource: /pods name: /db message: /Skip pod volume data ${reason}`,
            ],
          },
        },
      });
      const list = await resourceListOf(a, metadata.name);
      deepEqual(list['v1/Pod'], [`${namespace}/db`]);
      const volumes = await a.download('BackupVolumeInfos', metadata.name);
      deepEqual(volumes.json(), []);
    },
  },
  {
    id: 'volumes/pod-not-running',
    title: 'The volume of a pod that does not run is left out with a warning',
    async run({ a }) {
      const namespace = await namespaceWithVolume(a, 'Pending');
      const { metadata, status } = await a.endedBackup({
        includedNamespaces: [namespace],
      });
      const results = await a.download('BackupResults', metadata.name);
      equal(status?.phase, 'Completed');
      deepEqual([status?.errors, status?.warnings], [undefined, 1]);
      deepEqual(results.json(), {
        errors: {},
        warnings: {
          namespaces: {
            [namespace]: [
              ` resource: /pods name: /db message: /Skip pod volume data error: /pod is not in the expected status, name=db, namespace=${namespace}, phase=Pending: pod is not running`,
            ],
          },
        },
      });
    },
  },
];
