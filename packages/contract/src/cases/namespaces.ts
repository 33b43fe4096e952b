import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { refusal } from '../kubernetes/ApiFailure';
import { KubernetesObject } from '../kubernetes/objects';

export const namespaces: ContractCase[] = [
  {
    id: 'namespaces/contents',
    title:
      'A new namespace is labelled with its name and gets the root certificate and a ServiceAccount',
    async run({ a }) {
      const namespace = await a.namespace();
      const { metadata, status } = await a.kube.get({
        resource: 'namespaces',
        name: namespace,
      });
      equal(metadata.labels?.['kubernetes.io/metadata.name'], namespace);
      equal(status?.phase, 'Active');
      const { data } = await a.kube.get({
        resource: 'configmaps',
        namespace,
        name: 'kube-root-ca.crt',
      });
      deepEqual(Object.keys(data ?? {}), ['ca.crt']);
      await a.until('there is a ServiceAccount', () =>
        a.kube.find({
          resource: 'serviceaccounts',
          namespace,
          name: 'default',
        }),
      );
    },
  },
  {
    id: 'namespaces/deleted',
    title: 'A namespace that is deleted ends first, with all that is in it',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { namespace } = backups;
      await backups.make('first');
      const { code, body } = await a.kube.ask({
        method: 'DELETE',
        path: `/api/v1/namespaces/${namespace}`,
      });
      equal(code, 200);
      const { metadata, status } = body as KubernetesObject;
      equal(status?.phase, 'Terminating');
      ok(metadata.deletionTimestamp);
      await a.until(
        'the namespace is gone',
        async () =>
          !(await a.kube.find({ resource: 'namespaces', name: namespace })),
      );
      deepEqual((await a.kube.list(backups.all)).items, []);
    },
  },
  {
    id: 'namespaces/made-again',
    title: 'A namespace that is made again has nothing of what was in it',
    async run({ a }) {
      const name = await a.namespace({ settings: { colour: 'blue' } });
      await a.kube.remove({ resource: 'namespaces', name });
      await a.until(
        'the namespace is gone',
        async () => !(await a.kube.find({ resource: 'namespaces', name })),
      );
      await a.make('namespaces', { metadata: { name } });
      const all = { resource: 'configmaps', namespace: name } as const;
      const items = await a.until('it has its root certificate', async () => {
        const list = await a.kube.list(all);
        return list.items.length > 0 && list.items;
      });
      equal(
        items.some(({ metadata }) => metadata.name === 'settings'),
        false,
      );
    },
  },
  {
    id: 'namespaces/held',
    title:
      'A namespace waits for what has finalizers, and takes nothing new meanwhile',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const name = backups.namespace;
      const finalizers = ['example.com/hold'];
      await backups.make('first', { metadata: { finalizers } });
      await a.kube.remove({ resource: 'namespaces', name });
      await a.until('the backup is being deleted', async () => {
        const { metadata } = await a.kube.get(backups.one('first'));
        return metadata.deletionTimestamp;
      });
      const { code, status } = await refusal(backups.make('second'));
      equal(code, 403);
      equal(
        status.message,
        `backups.velero.io "second" is forbidden: unable to create new content in namespace ${name} because it is being terminated`,
      );
      await backups.merge('first', { metadata: { finalizers: null } });
      await a.until(
        'the namespace is gone',
        async () => !(await a.kube.find({ resource: 'namespaces', name })),
      );
    },
  },
  {
    id: 'namespaces/missing',
    title:
      'Nothing can be created in a namespace that does not exist, but its lists are empty',
    async run({ a, names }) {
      const namespace = names.of('nowhere');
      const { status } = await refusal(
        a.make('backups', { metadata: { name: 'first' }, spec: {} }, namespace),
      );
      deepEqual(status, {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: `namespaces "${namespace}" not found`,
        reason: 'NotFound',
        details: { name: namespace, kind: 'namespaces' },
        code: 404,
      });
      const { items } = await a.kube.list({ resource: 'backups', namespace });
      deepEqual(items, []);
    },
  },
  {
    id: 'namespaces/dotted',
    title: 'The name of a namespace has no dots',
    async run({ a, names }) {
      const name = `${names.of('team')}.a`;
      const { code, status } = await refusal(
        a.make('namespaces', { metadata: { name } }),
      );
      equal(code, 422);
      match(status.message ?? '', /must not contain dots/);
    },
  },
];
