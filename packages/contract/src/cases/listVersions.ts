import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { refusal } from '../kubernetes/ApiFailure';
import { KubernetesList } from '../kubernetes/objects';

const FUTURE = '999999999999';

interface Table {
  kind: string;
  columnDefinitions: Array<{ name: string }>;
  rows: Array<{ cells: unknown[]; object: { kind: string } }>;
}

export const listVersions: ContractCase[] = [
  {
    id: 'lists/exact',
    title: 'With `Exact` a list is as it was at that version',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first');
      const { metadata } = await backups.make('second');
      const resourceVersion = metadata.resourceVersion ?? '';
      await a.kube.remove(backups.one('first'));
      await backups.merge('second', { spec: { ttl: '1h0m0s' } });
      const list = await a.kube.list(backups.all, {
        resourceVersion,
        resourceVersionMatch: 'Exact',
      });
      equal(list.metadata.resourceVersion, resourceVersion);
      deepEqual(
        list.items.map(({ metadata: { name }, spec }) => [name, spec]),
        [
          ['first', {}],
          ['second', {}],
        ],
      );
    },
  },
  {
    id: 'lists/not-older-than',
    title: 'With `NotOlderThan` a list knows at least that version',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { metadata } = await backups.make('first');
      const resourceVersion = metadata.resourceVersion ?? '';
      const list = await a.kube.list(backups.all, {
        resourceVersion,
        resourceVersionMatch: 'NotOlderThan',
      });
      equal(list.items.length, 1);
      ok(Number(list.metadata.resourceVersion) >= Number(resourceVersion));
    },
  },
  {
    id: 'lists/future',
    title: 'A list of a version that is not reached yet times out',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { code, status } = await refusal(
        a.kube.list(backups.all, { resourceVersion: FUTURE }),
      );
      equal(code, 504);
      equal(status.reason, 'Timeout');
      match(
        status.message ?? '',
        /^Timeout: Too large resource version: 999999999999, current: \d+$/,
      );
      deepEqual(status.details, {
        causes: [
          {
            reason: 'ResourceVersionTooLarge',
            message: 'Too large resource version',
          },
        ],
        retryAfterSeconds: 1,
      });
    },
  },
  {
    id: 'lists/bad-version',
    title:
      'A version that is no number, or a match without a version, is refused',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const wrong = await refusal(
        a.kube.list(backups.all, { resourceVersion: 'newest' }),
      );
      equal(wrong.code, 400);
      const missing = await refusal(
        a.kube.list(backups.all, { resourceVersionMatch: 'Exact' }),
      );
      equal(missing.code, 422);
      match(
        missing.status.message ?? '',
        /resourceVersionMatch is forbidden unless resourceVersion is provided/,
      );
    },
  },
  {
    id: 'lists/table',
    title: 'A list can be asked for as the table that `kubectl get` prints',
    async run({ a }) {
      const { namespace } = await IdleBackups.create(a);
      await a.make(
        'backupstoragelocations',
        {
          metadata: { name: 'first' },
          spec: {
            provider: 'aws',
            objectStorage: { bucket: 'x' },
            default: true,
          },
          status: { phase: 'Available' },
        },
        namespace,
      );
      const { body } = await a.kube.ask({
        path: `/apis/velero.io/v1/namespaces/${namespace}/backupstoragelocations`,
        headers: { accept: 'application/json;as=Table;g=meta.k8s.io;v=v1' },
      });
      const { kind, columnDefinitions, rows } = body as Table;
      equal(kind, 'Table');
      deepEqual(
        columnDefinitions.map(({ name }) => name),
        ['Name', 'Phase', 'Last Validated', 'Age', 'Default'],
      );
      const [{ cells, object }] = rows;
      deepEqual([...cells.slice(0, 2), cells[4]], ['first', 'Available', true]);
      equal(object.kind, 'PartialObjectMetadata');
    },
  },
  {
    id: 'lists/metadata-only',
    title: 'A list can be asked for without specs and states',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first', { spec: { ttl: '1h0m0s' } });
      const { body } = await a.kube.ask({
        path: backups.path(),
        headers: {
          accept:
            'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
        },
      });
      const { kind, items } = body as KubernetesList & { kind: string };
      equal(kind, 'PartialObjectMetadataList');
      equal(items[0].metadata.name, 'first');
      equal(items[0].spec, undefined);
    },
  },
  {
    id: 'lists/protobuf',
    title: 'Velero objects are not served as protobuf, but as JSON beside it',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('first');
      const path = backups.path('first');
      const protobuf = 'application/vnd.kubernetes.protobuf';
      const refused = await a.kube.ask({ path, headers: { accept: protobuf } });
      equal(refused.code, 406);
      const accept = `${protobuf},application/json`;
      const { code, headers } = await a.kube.ask({ path, headers: { accept } });
      equal(code, 200);
      match(String(headers['content-type']), /^application\/json/);
    },
  },
];
