import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { IdleBackups } from '../fixture/IdleBackups';
import { Watching } from '../fixture/Watching';
import { refusal } from '../kubernetes/ApiFailure';

const INITIAL = {
  sendInitialEvents: 'true',
  allowWatchBookmarks: 'true',
};

/** Opens a watch that ends with the case. */
function open(
  { a, signal }: CaseContext,
  { all }: IdleBackups,
  query: Record<string, string>,
): Watching {
  return new Watching(a.kube.watch(all, query, signal));
}

/** Waits until a watch has shown so many events. */
async function shown({ a }: CaseContext, watching: Watching, count: number) {
  await a.until(
    `${count} events are shown`,
    async () => watching.events.length >= count,
  );
  return watching.lines;
}

/** The version of the list as it is now. */
async function present({ a }: CaseContext, { all }: IdleBackups) {
  return (await a.kube.list(all)).metadata.resourceVersion;
}

export const watches: ContractCase[] = [
  {
    id: 'watches/from-list',
    title:
      'A watch from the version of a list shows every change after it, in order',
    async run(context) {
      const { a } = context;
      const backups = await IdleBackups.create(a);
      await backups.make('before');
      const resourceVersion = await present(context, backups);
      await backups.make('first');
      await backups.merge('first', { spec: { ttl: '1h0m0s' } });
      await backups.make('second');
      await a.kube.remove(backups.one('first'));
      const watching = open(context, backups, { resourceVersion });
      deepEqual(await shown(context, watching, 4), [
        'ADDED first',
        'MODIFIED first',
        'ADDED second',
        'DELETED first',
      ]);
    },
  },
  {
    id: 'watches/resume',
    title:
      'A watch goes on after any event that was seen, without loss or repetition',
    async run(context) {
      const { a } = context;
      const backups = await IdleBackups.create(a);
      const names = Array.from({ length: 12 }, (_, index) => `b${index}`);
      const resourceVersion = await present(context, backups);
      await backups.makeAll(names);
      const complete = open(context, backups, { resourceVersion });
      const lines = await shown(context, complete, names.length);
      for (const seen of [3, 7, 11]) {
        const { metadata } = complete.events[seen - 1].object;
        const rest = open(context, backups, {
          resourceVersion: metadata.resourceVersion ?? '',
        });
        deepEqual(
          await shown(context, rest, names.length - seen),
          lines.slice(seen),
        );
      }
    },
  },
  {
    id: 'watches/without-version',
    title: 'A watch without a version begins with what there is',
    async run(context) {
      const backups = await IdleBackups.create(context.a);
      await backups.makeAll(['first', 'second']);
      const watching = open(context, backups, {});
      const lines = await shown(context, watching, 2);
      deepEqual([...lines].sort(), ['ADDED first', 'ADDED second']);
      await backups.merge('second', { spec: { ttl: '1h0m0s' } });
      equal((await shown(context, watching, 3))[2], 'MODIFIED second');
    },
  },
  {
    id: 'watches/last-state',
    title: 'DELETED carries the last state of the object under a newer version',
    async run(context) {
      const { a } = context;
      const backups = await IdleBackups.create(a);
      const status = { phase: 'Completed' };
      const made = await backups.make('first', { status });
      const resourceVersion = made.metadata.resourceVersion ?? '';
      await a.kube.remove(backups.one('first'));
      const watching = open(context, backups, { resourceVersion });
      await shown(context, watching, 1);
      const [{ type, object }] = watching.events;
      equal(type, 'DELETED');
      deepEqual(object.status, status);
      ok(Number(object.metadata.resourceVersion) > Number(resourceVersion));
    },
  },
  {
    id: 'watches/label-selector',
    title:
      'To a watch with a selector an object comes with its label and is deleted with it',
    async run(context) {
      const backups = await IdleBackups.create(context.a);
      const resourceVersion = await present(context, backups);
      const team = (name: string | null) => ({
        metadata: { labels: { team: name } },
      });
      await backups.make('other');
      await backups.make('first');
      await backups.merge('first', team('blue'));
      await backups.merge('first', { spec: { ttl: '1h0m0s' } });
      await backups.merge('first', team(null));
      const watching = open(context, backups, {
        resourceVersion,
        labelSelector: 'team=blue',
      });
      deepEqual(await shown(context, watching, 3), [
        'ADDED first',
        'MODIFIED first',
        'DELETED first',
      ]);
      deepEqual(watching.events[2].object.metadata.labels, { team: 'blue' });
    },
  },
  {
    id: 'watches/field-selector',
    title: 'A watch can be of one object',
    async run(context) {
      const backups = await IdleBackups.create(context.a);
      const resourceVersion = await present(context, backups);
      await backups.makeAll(['first', 'second']);
      await backups.merge('first', { spec: { ttl: '1h0m0s' } });
      await backups.merge('second', { spec: { ttl: '1h0m0s' } });
      const watching = open(context, backups, {
        resourceVersion,
        fieldSelector: 'metadata.name=second',
      });
      deepEqual(await shown(context, watching, 2), [
        'ADDED second',
        'MODIFIED second',
      ]);
    },
  },
  {
    id: 'watches/initial-events',
    title:
      'A watch with `sendInitialEvents` shows what there is, then a bookmark that says so, then what changes',
    async run(context) {
      const backups = await IdleBackups.create(context.a);
      await backups.makeAll(['first', 'second']);
      const watching = open(context, backups, {
        ...INITIAL,
        resourceVersionMatch: 'NotOlderThan',
      });
      const lines = await shown(context, watching, 3);
      deepEqual([...lines.slice(0, 2)].sort(), ['ADDED first', 'ADDED second']);
      const { type, object } = watching.events[2];
      equal(type, 'BOOKMARK');
      equal(object.kind, 'Backup');
      deepEqual(object.metadata.annotations, {
        'k8s.io/initial-events-end': 'true',
      });
      match(object.metadata.resourceVersion ?? '', /^\d+$/);
      await backups.make('third');
      equal((await shown(context, watching, 4))[3], 'ADDED third');
    },
  },
  {
    id: 'watches/initial-events-refused',
    title: 'A watch with `sendInitialEvents` has to say `NotOlderThan`',
    async run(context) {
      const { a, signal } = context;
      const backups = await IdleBackups.create(a);
      const watch = a.kube.watch(backups.all, INITIAL, signal);
      const { code, status } = await refusal(watch.next());
      equal(code, 422);
      equal(
        status.message,
        'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      );
    },
  },
  {
    id: 'watches/time-limit',
    title: 'A watch ends in order after `timeoutSeconds`',
    async run(context) {
      const backups = await IdleBackups.create(context.a);
      await backups.make('first');
      const watching = open(context, backups, { timeoutSeconds: '1' });
      equal(await watching.ended, undefined);
      deepEqual(watching.lines, ['ADDED first']);
    },
  },
  {
    id: 'watches/bookmarks',
    title:
      'About once a minute a bookmark tells who asks for it how far a quiet watch has come',
    async run(context) {
      const { a } = context;
      const [quiet, busy] = [
        await IdleBackups.create(a),
        await IdleBackups.create(a),
      ];
      const resourceVersion = await present(context, quiet);
      const without = open(context, quiet, { resourceVersion });
      const watching = open(context, quiet, {
        resourceVersion,
        allowWatchBookmarks: 'true',
      });
      const { metadata: elsewhere } = await busy.make('first');
      const bookmark = await a.until('there is a bookmark', async () =>
        watching.events.find(
          ({ object: { metadata } }) =>
            Number(metadata.resourceVersion) >=
            Number(elsewhere.resourceVersion),
        ),
      );
      deepEqual(Object.keys(bookmark.object).sort(), [
        'apiVersion',
        'kind',
        'metadata',
      ]);
      equal(bookmark.type, 'BOOKMARK');
      deepEqual(without.lines, []);
      const rest = open(context, quiet, {
        resourceVersion: bookmark.object.metadata.resourceVersion ?? '',
      });
      await quiet.make('second');
      deepEqual(await shown(context, rest, 1), ['ADDED second']);
    },
  },
];
