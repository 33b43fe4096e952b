import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { Watching } from '../fixture/Watching';
import type { RegionFixture } from '../fixture/RegionFixture';
import { RequestOptions } from '../kubernetes/KubernetesClient';
import { refusal } from '../kubernetes/ApiFailure';
import {
  KubernetesList,
  KubernetesStatus,
  WatchEvent,
} from '../kubernetes/objects';

/** A server that has just started says 429 until it has read the objects of a kind. */
function answerOf({ kube, patience }: RegionFixture, request: RequestOptions) {
  return patience.until('the server has read its objects', async () => {
    const answer = await kube.ask(request);
    return answer.code !== 429 && answer;
  });
}

export const interruptions: ContractCase[] = [
  {
    id: 'watches/cut',
    title: 'A watch that was cut off goes on after its last event without loss',
    needs: ['disturbance'],
    exclusive: true,
    async run({ a, signal }) {
      const backups = await IdleBackups.create(a);
      const watching = new Watching(a.kube.watch(backups.all, {}, signal));
      await backups.make('first');
      const seen = await a.until('the object is shown', async () =>
        watching.find('ADDED', 'first'),
      );
      a.disturb.cutConnections();
      ok(await watching.ended);
      await backups.merge('first', { spec: { ttl: '1h0m0s' } });
      await a.kube.remove(backups.one('first'));
      const resourceVersion = seen.object.metadata.resourceVersion ?? '';
      const again = new Watching(
        a.kube.watch(backups.all, { resourceVersion }, signal),
      );
      await a.until('the rest is shown', async () =>
        again.find('DELETED', 'first'),
      );
      deepEqual(again.lines, ['MODIFIED first', 'DELETED first']);
    },
  },
  {
    id: 'watches/restart',
    title:
      'A restart of the API server ends watches; what is stored stays, but what happened before is forgotten',
    needs: ['disturbance'],
    exclusive: true,
    async run({ a, signal }) {
      const backups = await IdleBackups.create(a);
      const watching = new Watching(a.kube.watch(backups.all, {}, signal));
      const [{ metadata }] = await backups.makeAll(['first', 'second']);
      await a.until('both are shown', async () =>
        watching.find('ADDED', 'second'),
      );
      await a.disturb.restartApiServer();
      ok(await watching.ended);
      const { body } = await answerOf(a, { path: backups.path() });
      deepEqual(
        (body as KubernetesList).items.map(item => item.metadata.name),
        ['first', 'second'],
      );
      const again = new Watching(
        a.kube.watch(
          backups.all,
          { resourceVersion: metadata.resourceVersion ?? '' },
          signal,
        ),
      );
      equal(await again.ended, undefined);
      deepEqual(
        again.events.map(({ type, object }) => [type, object.code]),
        [['ERROR', 410]],
      );
    },
  },
  {
    id: 'watches/too-old',
    title:
      'A watch from a version that is forgotten is accepted with 200, and its only event is the refusal',
    needs: ['disturbance'],
    exclusive: true,
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const [{ metadata }] = await backups.makeAll(['first', 'second']);
      await a.disturb.forgetPast();
      const { code, body } = await answerOf(a, {
        path: backups.path(),
        query: {
          watch: 'true',
          resourceVersion: metadata.resourceVersion ?? '',
        },
      });
      equal(code, 200);
      const { type, object } = body as WatchEvent;
      const { message, ...status } = object;
      equal(type, 'ERROR');
      match(String(message), /^too old resource version: \d+ \(\d+\)$/);
      deepEqual(status, {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        reason: 'Expired',
        code: 410,
      });
    },
  },
  {
    id: 'lists/expired',
    title:
      'A page whose list is forgotten is refused with 410 and a token for the rest as it is now; so are lists of that version',
    needs: ['disturbance'],
    exclusive: true,
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      await backups.makeAll(['first', 'second']);
      const { metadata } = await a.kube.list(backups.all, { limit: '1' });
      await backups.make('third');
      await a.disturb.forgetPast();
      const expired = await answerOf(a, {
        path: backups.path(),
        query: { continue: metadata.continue ?? '' },
      });
      const { message, reason, ...status } = expired.body as KubernetesStatus;
      deepEqual([expired.code, reason], [410, 'Expired']);
      match(message ?? '', /^The provided continue parameter is too old/);
      const rest = await a.kube.list(backups.all, {
        continue: status.metadata?.continue ?? '',
      });
      deepEqual(
        rest.items.map(item => item.metadata.name),
        ['second', 'third'],
      );
      const { resourceVersion } = metadata;
      const exact = await refusal(
        a.kube.list(backups.all, {
          resourceVersion,
          resourceVersionMatch: 'Exact',
        }),
      );
      equal(exact.code, 410);
      equal(
        exact.status.message,
        'The resourceVersion for the provided list is too old.',
      );
    },
  },
];
