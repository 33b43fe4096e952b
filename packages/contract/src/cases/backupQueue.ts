import { deepEqual, ok } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { historyOf, isPhase } from '../fixture/historyOf';
import { RegionFixture } from '../fixture/RegionFixture';
import { KubernetesObject } from '../kubernetes/objects';

const COUNT = 4;

/** Backups of one namespace that wait for each other, as watches show them, in the order of their start. */
async function livesOf(a: RegionFixture) {
  const namespace = await a.namespace();
  const backups = [];
  for (let index = 0; index < COUNT; index += 1) {
    const made = await a.backup({ includedNamespaces: [namespace] });
    // Those that come at the same moment may get the same place.
    await historyOf(a, 'backups', made, isPhase('Queued'));
    backups.push(made);
  }
  const lives = [];
  for (const made of backups) {
    const events = await historyOf(a, 'backups', made, isPhase('Completed'));
    lives.push(events.map(({ object }) => object));
  }
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
      const lives = await livesOf(a);
      for (const [index, life] of lives.slice(1).entries()) {
        ok(startOf(life) > versionOf(lives[index], 'Finalizing'));
      }
    },
  },
  {
    id: 'queue/first-come-first-served',
    title: 'Backups start in the order in which they entered the queue',
    async run({ a }) {
      const lives = await livesOf(a);
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
      const lives = await livesOf(a);
      const positions = lives.map(life =>
        life.map(({ status }) => status?.queuePosition),
      );
      const last = positions.at(-1)?.filter(place => place !== undefined) ?? [];
      ok(Number(last.at(-1)) < Number(last[0]), `It was told ${last}`);
      deepEqual(
        positions.map(seen => seen.at(-1)),
        [undefined, undefined, undefined, undefined],
      );
    },
  },
];
