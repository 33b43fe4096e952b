import { clusterOf, NOW, World } from './__testUtils__/world';
import { historyOf } from './historyOf';

function strip(world: World, namespaces = ['payments'], days = 3) {
  return historyOf({
    namespaces: namespaces.map(namespace => ({ cluster: 'eu', namespace })),
    clusters: [clusterOf('eu', world)],
    days,
    now: NOW,
  });
}

const objects = { snapshotVolumes: false };
const volumes = { includedResources: ['pvc', 'pv'] };
const both = { includedNamespaces: ['payments', 'shop'] };

describe('historyOf', () => {
  it('has a cell for each day, the oldest first', () => {
    const { items } = strip({ backups: [{ ago: 9 }, { ago: 30 }] });
    expect(items).toEqual([
      { date: '2026-11-21', state: 'none', ok: 0, partial: 0, failed: 0 },
      { date: '2026-11-22', state: 'ok', ok: 1, partial: 0, failed: 0 },
      { date: '2026-11-23', state: 'ok', ok: 1, partial: 0, failed: 0 },
    ]);
  });

  it.each<[string, World, string, number[]]>([
    ['nothing', {}, 'none', [0, 0, 0]],
    ['a good copy', { backups: [{ ago: 9 }] }, 'ok', [1, 0, 0]],
    [
      'a failure and a good copy after it',
      { backups: [{ ago: 9, phase: 'Failed' }, { ago: 8 }] },
      'ok',
      [1, 0, 1],
    ],
    [
      'a copy with gaps',
      { backups: [{ ago: 9, phase: 'PartiallyFailed' }] },
      'partial',
      [0, 1, 0],
    ],
    [
      'a failure',
      { backups: [{ ago: 9, phase: 'Failed' }] },
      'failed',
      [0, 0, 1],
    ],
    [
      'a refusal',
      { backups: [{ ago: 9, phase: 'FailedValidation' }] },
      'failed',
      [0, 0, 1],
    ],
    [
      'a copy of nothing',
      { backups: [{ ago: 9, items: 0 }] },
      'failed',
      [0, 0, 1],
    ],
    [
      'a running backup',
      { backups: [{ ago: 1, phase: 'InProgress' }] },
      'none',
      [0, 0, 0],
    ],
    [
      'a copy of a part',
      { backups: [{ ago: 9, spec: objects }] },
      'partial',
      [1, 0, 0],
    ],
    [
      'two copies that make a whole',
      {
        backups: [
          { ago: 9, spec: objects },
          { ago: 8, spec: volumes },
        ],
      },
      'ok',
      [2, 0, 0],
    ],
    [
      'a backup of another cluster',
      { backups: [{ ago: 9, origin: 'other-cluster' }] },
      'none',
      [0, 0, 0],
    ],
    [
      'a backup that has expired since',
      { backups: [{ ago: 9, status: { expiration: '2026-11-23T05:00:00Z' } }] },
      'ok',
      [1, 0, 0],
    ],
  ])('shows %s', (_, world, state, [ok, partial, failed]) => {
    const { items } = strip(world);
    expect(items[2]).toMatchObject({ state, ok, partial, failed });
  });

  it('is partial where one of two namespaces has no copy', () => {
    const { items } = strip({ backups: [{ ago: 9 }] }, ['payments', 'shop']);
    expect(items.map(({ state }) => state)).toEqual([
      'none',
      'none',
      'partial',
    ]);
  });

  it('counts a backup of several namespaces once', () => {
    const { items } = strip({ backups: [{ ago: 9, spec: both }] }, [
      'payments',
      'shop',
    ]);
    expect(items[2]).toMatchObject({ state: 'ok', ok: 1 });
  });

  it('knows nothing of days whose end was not seen, but what was seen of them', () => {
    const { items } = strip(
      {
        state: 'unreachable',
        staleSince: '2026-11-22T05:00:00Z',
        backups: [{ ago: 33 }],
      },
      ['payments'],
      4,
    );
    expect(items.map(({ state }) => state)).toEqual([
      'none',
      'none',
      'ok',
      'unknown',
    ]);
  });

  it('knows nothing of a cluster that was never read', () => {
    expect(strip({ state: 'syncing' }).items.map(({ state }) => state)).toEqual(
      ['unknown', 'unknown', 'unknown'],
    );
  });

  it('has 30 days unless told otherwise, and 90 at most', () => {
    const ask = (days?: number) =>
      historyOf({ namespaces: [], clusters: [], now: NOW, days }).items.length;
    expect([ask(), ask(7), ask(400)]).toEqual([30, 7, 90]);
  });
});
