import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { refusal } from '../kubernetes/ApiFailure';
import { KubernetesList } from '../kubernetes/objects';

const FIVE = ['b1', 'b2', 'b3', 'b4', 'b5'];

function namesIn({ items }: KubernetesList): string[] {
  return items.map(({ metadata }) => metadata.name);
}

export const lists: ContractCase[] = [
  {
    id: 'lists/pages',
    title:
      'A limited list goes on at the state of its first page, and counts what is to come',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.makeAll(FIVE);
      const first = await a.kube.list(backups.all, { limit: '2' });
      equal(first.metadata.remainingItemCount, 3);
      await backups.make('b0');
      await backups.make('b44');
      await backups.merge('b5', { spec: { ttl: '1h0m0s' } });
      const { resourceVersion } = first.metadata;
      const next = async ({ metadata }: KubernetesList) =>
        a.kube.list(backups.all, {
          limit: '2',
          continue: metadata.continue ?? '',
        });
      const second = await next(first);
      equal(second.metadata.remainingItemCount, 1);
      const third = await next(second);
      ok(!third.metadata.continue);
      equal(third.metadata.remainingItemCount, undefined);
      equal(third.items[0].spec?.ttl, undefined);
      deepEqual([first, second, third].flatMap(namesIn), FIVE);
      for (const { metadata } of [second, third]) {
        equal(metadata.resourceVersion, resourceVersion);
      }
    },
  },
  {
    id: 'lists/pages-selected',
    title: 'How many items are to come is not told when a selector is used',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.makeAll(FIVE);
      const { metadata } = await a.kube.list(backups.all, {
        limit: '2',
        labelSelector: '!absent',
      });
      ok(metadata.continue);
      equal(metadata.remainingItemCount, undefined);
    },
  },
  {
    id: 'lists/limit-of-any-version',
    title:
      'With `resourceVersion=0` the limit does not count: all items come from the cache',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.makeAll(FIVE);
      const list = await a.until('the cache has all of them', async () => {
        const query = { limit: '2', resourceVersion: '0' };
        const cached = await a.kube.list(backups.all, query);
        return cached.items.length === FIVE.length && cached;
      });
      ok(!list.metadata.continue);
    },
  },
  {
    id: 'lists/bad-continue',
    title: 'A token that no list gave is refused',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { code, status } = await refusal(
        a.kube.list(backups.all, { limit: '2', continue: 'rubbish' }),
      );
      equal(code, 400);
      equal(status.reason, 'BadRequest');
      match(status.message ?? '', /continue key is not valid/);
    },
  },
  {
    id: 'lists/order',
    title: 'Lists are sorted by namespace and name',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.makeAll(['b10', 'b2', 'b-1', 'a', 'b.1', 'b1']);
      deepEqual(namesIn(await a.kube.list(backups.all)), [
        'a',
        'b-1',
        'b.1',
        'b1',
        'b10',
        'b2',
      ]);
    },
  },
  {
    id: 'lists/all-namespaces',
    title: 'The objects of all namespaces are listed together',
    async run({ a }) {
      const [here, there] = [
        await IdleBackups.create(a),
        await IdleBackups.create(a),
      ];
      await here.make('first');
      await there.make('first');
      const { items } = await a.kube.list(
        { resource: 'backups' },
        { fieldSelector: 'metadata.name=first' },
      );
      const namespaces = items.map(({ metadata }) => metadata.namespace);
      for (const { namespace } of [here, there]) {
        ok(namespaces.includes(namespace));
      }
    },
  },
  {
    id: 'lists/label-selectors',
    title: 'Label selectors compare, choose from sets and ask for presence',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const team = (name?: string) => ({
        metadata: { labels: { team: name } },
      });
      await backups.make('blue', team('blue'));
      await backups.make('none');
      await backups.make('red', team('red'));
      const chosenBy = async (labelSelector: string) =>
        namesIn(await a.kube.list(backups.all, { labelSelector }));
      deepEqual(await chosenBy('team=blue'), ['blue']);
      deepEqual(await chosenBy('team==blue'), ['blue']);
      deepEqual(await chosenBy('team!=blue'), ['none', 'red']);
      deepEqual(await chosenBy('team in (blue, red)'), ['blue', 'red']);
      deepEqual(await chosenBy('team notin (blue)'), ['none', 'red']);
      deepEqual(await chosenBy('team'), ['blue', 'red']);
      deepEqual(await chosenBy('!team'), ['none']);
      deepEqual(await chosenBy('team,team!=red'), ['blue']);
    },
  },
  {
    id: 'lists/bad-selector',
    title: 'A label selector that cannot be read is refused',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { code, status } = await refusal(
        a.kube.list(backups.all, { labelSelector: 'team in blue' }),
      );
      equal(code, 400);
      equal(status.reason, 'BadRequest');
    },
  },
  {
    id: 'lists/field-selectors',
    title:
      'Velero objects are selected by the fields name and namespace, and by no other',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.makeAll(['b1', 'b2', 'b3']);
      const chosenBy = async (fieldSelector: string) =>
        namesIn(await a.kube.list(backups.all, { fieldSelector }));
      deepEqual(await chosenBy('metadata.name=b2'), ['b2']);
      deepEqual(await chosenBy('metadata.name!=b2'), ['b1', 'b3']);
      deepEqual(await chosenBy(`metadata.namespace!=${backups.namespace}`), []);
      const { code, status } = await refusal(chosenBy('status.phase=New'));
      equal(code, 400);
      equal(status.message, 'field label not supported: status.phase');
    },
  },
];
