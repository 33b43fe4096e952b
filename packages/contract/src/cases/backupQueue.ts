import { deepEqual, equal, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { crowdedNamespace } from '../fixture/crowdedNamespace';
import { historyOf, isPhase } from '../fixture/historyOf';
import { RegionFixture } from '../fixture/RegionFixture';
import { KubernetesObject } from '../kubernetes/objects';

/** Backups of one namespace that are asked for together, as watches show them, in the order of their start. */
async function livesOf(a: RegionFixture, count: number) {
  const namespace = await a.namespace();
  const lives = await Promise.all(
    Array.from({ length: count }, async () => {
      const made = await a.backup({ includedNamespaces: [namespace] });
      const events = await historyOf(a, 'backups', made, isPhase('Completed'));
      return events.map(({ object }) => object);
    }),
  );
  return lives.sort((one, other) => startOf(one) - startOf(other));
}

/** When the object was changed so; versions of one cluster's objects count up together. */
function versionOf(life: KubernetesObject[], phase: string): number {
  const first = life.find(({ status }) => status?.phase === phase);
  return Number(first?.metadata.resourceVersion);
}

function startOf(life: KubernetesObject[]): number {
  return versionOf(life, 'InProgress');
}

export const backupQueue: ContractCase[] = [
  {
    id: 'queue/one-at-a-time',
    title:
      'Backups start one at a time, each when the one before has begun to finalize',
    async run({ a }) {
      const lives = await livesOf(a, 4);
      for (const [index, life] of lives.slice(1).entries()) {
        ok(startOf(life) > versionOf(lives[index], 'Finalizing'));
      }
    },
  },
  {
    id: 'queue/first-come-first-served',
    title: 'Backups start in the order in which they entered the queue',
    async run({ a }) {
      const lives = await livesOf(a, 4);
      const entries = lives.map(life => versionOf(life, 'Queued'));
      deepEqual(
        entries,
        [...entries].sort((one, other) => one - other),
      );
    },
  },
  {
    id: 'queue/positions',
    title:
      'A queued backup is told its position anew when one before it starts, and has none after its own start',
    async run({ a }) {
      const lives = await livesOf(a, 4);
      const positions = lives.map(life =>
        life.map(({ status }) => status?.queuePosition),
      );
      const last = positions.at(-1)?.filter(place => place !== undefined) ?? [];
      ok(last.length >= 2, `It was told only ${last}`);
      deepEqual(
        last,
        [...last].sort((one, other) => Number(other) - Number(one)),
      );
      deepEqual(
        positions.map(seen => seen.at(-1)),
        [undefined, undefined, undefined, undefined],
      );
    },
  },
  {
    id: 'queue/behind-a-long-one',
    title: 'While a backup runs, another one is Queued and not started',
    async run({ a }) {
      const crowd = { includedNamespaces: [await crowdedNamespace(a)] };
      const long = await a.backup(crowd);
      await historyOf(a, 'backups', long, isPhase('InProgress'));
      const short = { includedNamespaces: [await a.namespace()] };
      const waiting = await a.backup(short);
      await historyOf(a, 'backups', waiting, isPhase('Queued'));
      const running = await a.get('backups', long.metadata.name);
      equal(running.status?.phase, 'InProgress');
      const queued = await a.get('backups', waiting.metadata.name);
      equal(queued.status?.startTimestamp, undefined);
      const ended = await a.ended('backups', waiting.metadata.name);
      equal(ended.status?.phase, 'Completed');
    },
  },
];
