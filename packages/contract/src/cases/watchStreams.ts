import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { Watching } from '../fixture/Watching';

const INITIAL = {
  sendInitialEvents: 'true',
  allowWatchBookmarks: 'true',
  resourceVersionMatch: 'NotOlderThan',
};

export const watchStreams: ContractCase[] = [
  {
    id: 'watches/initial-events-of-nothing',
    title: 'Where there is nothing the initial events are the bookmark alone',
    async run({ a, signal }) {
      const { all } = await IdleBackups.create(a);
      const watching = new Watching(a.kube.watch(all, INITIAL, signal));
      await a.until('there is an event', async () => watching.events[0]);
      deepEqual(watching.lines, ['BOOKMARK']);
    },
  },
  {
    id: 'watches/initial-events-of-many',
    title:
      'The initial events are complete and in the order of a list, and the position of their bookmark is one to go on from',
    async run({ a, signal }) {
      const backups = await IdleBackups.create(a);
      const names = Array.from({ length: 120 }, (_, index) => `b${index}`);
      await Promise.all(names.map(name => backups.make(name)));
      const watching = new Watching(a.kube.watch(backups.all, INITIAL, signal));
      const bookmark = await a.until(
        'the initial events have ended',
        async () => watching.find('BOOKMARK'),
      );
      deepEqual(watching.lines, [
        ...names.sort().map(name => `ADDED ${name}`),
        'BOOKMARK',
      ]);
      await backups.merge('b7', { spec: { ttl: '1h0m0s' } });
      const resourceVersion = bookmark.object.metadata.resourceVersion ?? '';
      const rest = new Watching(
        a.kube.watch(backups.all, { resourceVersion }, signal),
      );
      await a.until('the change is shown', async () => rest.events[0]);
      deepEqual(rest.lines, ['MODIFIED b7']);
    },
  },
  {
    id: 'watches/all-namespaces',
    title: 'A watch of all namespaces shows each, a watch of one only its own',
    async run({ a, signal }) {
      const [here, there] = [
        await IdleBackups.create(a),
        await IdleBackups.create(a),
      ];
      const list = await a.kube.list(here.all);
      const { resourceVersion } = list.metadata;
      const wide = new Watching(
        a.kube.watch({ resource: 'backups' }, { resourceVersion }, signal),
      );
      const narrow = new Watching(
        a.kube.watch(here.all, { resourceVersion }, signal),
      );
      await there.make('first');
      await here.make('second');
      await a.until('the second is shown', async () =>
        narrow.find('ADDED', 'second'),
      );
      deepEqual(narrow.lines, ['ADDED second']);
      await a.until('both are shown', async () => {
        const namespaces = wide.events.map(
          ({ object }) => object.metadata.namespace,
        );
        return [here, there].every(({ namespace }) =>
          namespaces.includes(namespace),
        );
      });
    },
  },
  {
    id: 'watches/held-deletion',
    title:
      'The deletion of an object with finalizers is first a change, and DELETED only when it is gone',
    async run({ a, signal }) {
      const backups = await IdleBackups.create(a);
      const finalizers = ['example.com/hold'];
      const made = await backups.make('first', { metadata: { finalizers } });
      await a.kube.remove(backups.one('first'));
      await backups.merge('first', { metadata: { finalizers: null } });
      const resourceVersion = made.metadata.resourceVersion ?? '';
      const watching = new Watching(
        a.kube.watch(backups.all, { resourceVersion }, signal),
      );
      await a.until('it is gone', async () => watching.find('DELETED'));
      deepEqual(watching.lines, ['MODIFIED first', 'DELETED first']);
      ok(watching.events[0].object.metadata.deletionTimestamp);
    },
  },
  {
    id: 'watches/namespace-deleted',
    title:
      'When a namespace is deleted a watch shows the end of each object in it',
    async run({ a, signal }) {
      const backups = await IdleBackups.create(a);
      await backups.makeAll(['first', 'second']);
      const { metadata } = await a.kube.list(backups.all);
      const { resourceVersion } = metadata;
      const watching = new Watching(
        a.kube.watch(backups.all, { resourceVersion }, signal),
      );
      await a.kube.remove({ resource: 'namespaces', name: backups.namespace });
      await a.until('both are gone', async () => watching.events.length === 2);
      deepEqual([...watching.lines].sort(), [
        'DELETED first',
        'DELETED second',
      ]);
    },
  },
  {
    id: 'watches/replaced-object',
    title:
      'An object that is deleted and made again is shown as DELETED and ADDED, under another uid',
    async run({ a, signal }) {
      const backups = await IdleBackups.create(a);
      const { metadata } = await backups.make('first');
      await a.kube.remove(backups.one('first'));
      const again = await backups.make('first');
      const resourceVersion = metadata.resourceVersion ?? '';
      const watching = new Watching(
        a.kube.watch(backups.all, { resourceVersion }, signal),
      );
      const added = await a.until('it is there again', async () =>
        watching.find('ADDED'),
      );
      deepEqual(watching.lines, ['DELETED first', 'ADDED first']);
      equal(added.object.metadata.uid, again.metadata.uid);
      equal(watching.events[0].object.metadata.uid, metadata.uid);
    },
  },
];
