import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { refusal } from '../kubernetes/ApiFailure';

export const objectDeletion: ContractCase[] = [
  {
    id: 'objects/deleted',
    title: 'A deletion is answered with the uid of what is gone',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { metadata } = await backups.make('first');
      const path = backups.path('first');
      const { code, body } = await a.kube.ask({ method: 'DELETE', path });
      equal(code, 200);
      deepEqual(body, {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Success',
        details: {
          name: 'first',
          group: 'velero.io',
          kind: 'backups',
          uid: metadata.uid,
        },
      });
      equal(await a.kube.find(backups.one('first')), undefined);
    },
  },
  {
    id: 'objects/delete-preconditions',
    title:
      'A deletion can demand which object and which version of it is meant',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { metadata } = await backups.make('first');
      const { uid, resourceVersion } = metadata;
      const one = backups.one('first');
      const wrong = [
        { uid: '00000000-0000-4000-8000-000000000000' },
        { uid, resourceVersion: '1' },
      ];
      for (const preconditions of wrong) {
        const { code, status } = await refusal(
          a.kube.remove(one, { preconditions }),
        );
        equal(code, 409);
        equal(status.reason, 'Conflict');
      }
      const preconditions = { uid, resourceVersion };
      await a.kube.remove(one, { preconditions });
      equal(await a.kube.find(one), undefined);
    },
  },
  {
    id: 'objects/finalizers',
    title:
      'An object with finalizers is marked as being deleted, and goes with the last of them',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const finalizers = ['example.com/hold', 'example.com/wait'];
      await backups.make('first', { metadata: { finalizers } });
      await a.kube.remove(backups.one('first'));
      const { metadata } = await a.kube.get(backups.one('first'));
      ok(metadata.deletionTimestamp);
      equal(metadata.generation, 2);
      await backups.merge('first', {
        metadata: { finalizers: finalizers.slice(1) },
      });
      ok(await a.kube.find(backups.one('first')));
      await backups.merge('first', { metadata: { finalizers: null } });
      equal(await a.kube.find(backups.one('first')), undefined);
    },
  },
  {
    id: 'objects/finalizers-too-late',
    title: 'An object that is being deleted takes no further finalizer',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const finalizers = ['example.com/hold'];
      await backups.make('first', { metadata: { finalizers } });
      await a.kube.remove(backups.one('first'));
      const { code, status } = await refusal(
        backups.merge('first', {
          metadata: { finalizers: [...finalizers, 'example.com/more'] },
        }),
      );
      equal(code, 422);
      equal(
        status.message,
        'Backup.velero.io "first" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"example.com/more"}',
      );
      await backups.merge('first', { metadata: { finalizers: null } });
    },
  },
  {
    id: 'objects/delete-collection',
    title: 'All objects that a selector chooses are deleted by one request',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.make('kept', { metadata: { labels: { team: 'blue' } } });
      for (const name of ['first', 'second']) {
        await backups.make(name, { metadata: { labels: { team: 'red' } } });
      }
      const { code } = await a.kube.ask({
        method: 'DELETE',
        path: backups.path(),
        query: { labelSelector: 'team=red' },
      });
      equal(code, 200);
      const { items } = await a.kube.list(backups.all);
      deepEqual(
        items.map(({ metadata }) => metadata.name),
        ['kept'],
      );
    },
  },
];
