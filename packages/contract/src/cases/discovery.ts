import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';

interface ApiResource {
  name: string;
  singularName: string;
  kind: string;
  namespaced: boolean;
  shortNames?: string[];
  verbs: string[];
}

const V1 = { groupVersion: 'velero.io/v1', version: 'v1' };
const V2 = { groupVersion: 'velero.io/v2alpha1', version: 'v2alpha1' };

const VERBS =
  'create delete deletecollection get list patch update watch'.split(' ');

const RESOURCES: Record<
  string,
  [name: string, kind: string, short?: string][]
> = {
  v1: [
    ['backuprepositories', 'BackupRepository'],
    ['backups', 'Backup'],
    ['backupstoragelocations', 'BackupStorageLocation', 'bsl'],
    ['deletebackuprequests', 'DeleteBackupRequest'],
    ['downloadrequests', 'DownloadRequest'],
    ['podvolumebackups', 'PodVolumeBackup'],
    ['podvolumerestores', 'PodVolumeRestore'],
    ['restores', 'Restore'],
    ['schedules', 'Schedule'],
    ['serverstatusrequests', 'ServerStatusRequest', 'ssr'],
    ['volumesnapshotlocations', 'VolumeSnapshotLocation', 'vsl'],
  ],
  v2alpha1: [
    ['datadownloads', 'DataDownload'],
    ['datauploads', 'DataUpload'],
  ],
};

export const discovery: ContractCase[] = [
  {
    id: 'discovery/groups',
    title:
      'The group velero.io is served in v1, which is preferred, and v2alpha1',
    async run({ a }) {
      const { body } = await a.kube.ask({ path: '/apis' });
      const { groups } = body as { groups: Array<{ name: string }> };
      deepEqual(
        groups.find(({ name }) => name === 'velero.io'),
        { name: 'velero.io', versions: [V1, V2], preferredVersion: V1 },
      );
      const group = await a.kube.ask({ path: '/apis/velero.io' });
      deepEqual(group.body, {
        kind: 'APIGroup',
        apiVersion: 'v1',
        name: 'velero.io',
        versions: [V1, V2],
        preferredVersion: V1,
      });
    },
  },
  {
    id: 'discovery/resources',
    title:
      'The resources of Velero have no subresources; three have short names; all take all verbs',
    async run({ a }) {
      for (const [version, expected] of Object.entries(RESOURCES)) {
        const path = `/apis/velero.io/${version}`;
        const { body } = await a.kube.ask({ path });
        const { resources } = body as { resources: ApiResource[] };
        deepEqual(
          resources
            .map(({ verbs, ...rest }) => ({
              name: rest.name,
              singularName: rest.singularName,
              kind: rest.kind,
              namespaced: rest.namespaced,
              shortNames: rest.shortNames,
              verbs: [...verbs].sort(),
            }))
            .sort((one, other) => (one.name < other.name ? -1 : 1)),
          expected.map(([name, kind, short]) => ({
            name,
            singularName: kind.toLowerCase(),
            kind,
            namespaced: true,
            shortNames: short ? [short] : undefined,
            verbs: VERBS,
          })),
        );
      }
    },
  },
  {
    id: 'discovery/core',
    title: 'What backups and clients work with is served by Kubernetes itself',
    async run({ a }) {
      const { body } = await a.kube.ask({ path: '/api/v1' });
      const { resources } = body as { resources: ApiResource[] };
      const short = Object.fromEntries(
        resources.map(({ name, shortNames = [] }) => [name, shortNames]),
      );
      deepEqual(short.namespaces, ['ns']);
      deepEqual(short.configmaps, ['cm']);
      deepEqual(short.serviceaccounts, ['sa']);
      deepEqual(short.secrets, []);
      const namespaced = resources
        .filter(({ name }) => name === 'namespaces' || name === 'secrets')
        .map(resource => [resource.name, resource.namespaced]);
      deepEqual(Object.fromEntries(namespaced), {
        namespaces: false,
        secrets: true,
      });
    },
  },
  {
    id: 'discovery/version',
    title: 'The version of Kubernetes is told to everybody',
    async run({ a }) {
      const { code, body } = await a.kube.ask({ path: '/version' });
      const { major, minor, gitVersion } = body as Record<string, string>;
      equal(code, 200);
      match(gitVersion, /^v1\.\d+\.\d+/);
      equal(`v${major}.${minor}`, /^v\d+\.\d+/.exec(gitVersion)?.[0]);
    },
  },
  {
    id: 'discovery/ready',
    title: 'A server that is ready says ok',
    async run({ a }) {
      for (const path of ['/readyz', '/livez']) {
        const { code, body } = await a.kube.ask({ path });
        deepEqual([code, body], [200, 'ok']);
      }
    },
  },
  {
    id: 'discovery/unknown',
    title:
      'Unknown groups, versions and resources are not found, in plain text',
    async run({ a }) {
      for (const path of [
        '/apis/nothing.example.com',
        '/apis/velero.io/v3',
        '/apis/velero.io/v1/namespaces/default/nothings',
      ]) {
        const { code, headers, body } = await a.kube.ask({ path });
        deepEqual([code, body], [404, '404 page not found\n']);
        match(String(headers['content-type']), /^text\/plain/);
      }
    },
  },
  {
    id: 'discovery/openapi',
    title: 'The OpenAPI documents describe the objects of Velero',
    async run({ a }) {
      const index = await a.kube.ask({
        path: '/openapi/v3',
        headers: { accept: 'text/plain,application/json' },
      });
      const text =
        typeof index.body === 'string' ? JSON.parse(index.body) : index.body;
      const { serverRelativeURL } = text.paths['apis/velero.io/v1'];
      // An API server may be below a path of its address; this one counts from the top.
      const { pathname } = new URL(a.region.url);
      const path = serverRelativeURL.replace(pathname, '/').replace('//', '/');
      const { body } = await a.kube.ask({ path });
      const { components } = body as {
        components: { schemas: Record<string, Record<string, unknown>> };
      };
      const backup = components.schemas['io.velero.v1.Backup'];
      deepEqual(backup['x-kubernetes-group-version-kind'], [
        { group: 'velero.io', kind: 'Backup', version: 'v1' },
      ]);
      ok(JSON.stringify(backup).includes('"includedNamespaces"'));
    },
  },
  {
    id: 'discovery/definitions',
    title: 'The definition of backups has no status subresource',
    async run({ a }) {
      const { body } = await a.kube.ask({
        path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/backups.velero.io',
      });
      const { spec } = body as {
        spec: {
          names: Record<string, string>;
          scope: string;
          versions: Array<{ name: string; subresources?: unknown }>;
        };
      };
      equal(spec.scope, 'Namespaced');
      equal(spec.names.listKind, 'BackupList');
      deepEqual(
        spec.versions.map(({ name, subresources }) => [name, subresources]),
        [['v1', undefined]],
      );
    },
  },
];
