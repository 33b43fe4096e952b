import { DrillContents } from './DrillContents';
import { drillResultOf } from './drillResultOf';

type Options = Parameters<typeof drillResultOf>[0];

const CONTENTS: DrillContents = {
  inBackup: 7,
  toRestore: 4,
  left: [],
  emptyClaims: [],
};

/** A drill that went well. */
function drill(): Options {
  return {
    state: 'succeeded',
    outcome: {
      phase: 'Completed',
      itemsDone: 4,
      itemsTotal: 4,
      warnings: 1,
      startedAt: '2026-11-29T12:00:00Z',
      completedAt: '2026-11-29T12:04:00Z',
    },
    wish: { volumes: 'restore' },
    contents: structuredClone(CONTENTS),
    unseen: [],
    now: '2026-11-29T12:10:00Z',
  };
}

describe('drillResultOf', () => {
  it('tells how long it took, and how much came back', () => {
    expect(drillResultOf(drill())).toEqual({
      proven: true,
      reasons: [],
      limits: [],
      duration: 240_000,
      endedAt: '2026-11-29T12:04:00Z',
      itemsRestored: 4,
      itemsInBackup: 7,
      warnings: 1,
      errors: 0,
    });
  });

  it.each<[string, (options: Options) => void, string[]]>([
    [
      'it ended with errors',
      options => {
        options.state = 'partially-failed';
        options.outcome.phase = 'PartiallyFailed';
        options.outcome.errors = 2;
      },
      ['Velero ended it as PartiallyFailed', 'Velero counts 2 errors'],
    ],
    [
      'it failed',
      options => {
        options.state = 'failed';
        options.outcome = { phase: 'FailedValidation', message: 'no backup' };
      },
      [
        'Velero ended it as FailedValidation: no backup',
        'Nothing was restored',
      ],
    ],
    [
      'nobody knows how it ended',
      options => {
        options.state = 'unknown';
        options.outcome = { itemsDone: 4 };
      },
      ['Velero ended it as unknown'],
    ],
    [
      'errors are counted all the same',
      ({ outcome }) => {
        outcome.errors = 1;
      },
      ['Velero counts 1 errors'],
    ],
    [
      'nothing was restored',
      ({ outcome }) => {
        outcome.itemsDone = 0;
      },
      ['Nothing was restored'],
    ],
    [
      'it is not said how much was restored',
      ({ outcome }) => {
        outcome.itemsDone = undefined;
      },
      ['Nothing was restored'],
    ],
    [
      'the namespace was never seen',
      options => {
        options.unseen = ['shop-drill-0123abcd'];
      },
      ["Namespace 'shop-drill-0123abcd' was never seen"],
    ],
  ])('proves nothing when %s', (_name, change, reasons) => {
    const options = drill();
    change(options);
    expect(drillResultOf(options)).toMatchObject({ proven: false, reasons });
  });

  it('knows no duration without both ends', () => {
    const options = drill();
    options.outcome.completedAt = undefined;
    const result = drillResultOf(options);
    expect(result.duration).toBeUndefined();
    expect(result.endedAt).toBe('2026-11-29T12:10:00Z');
  });

  it('says what it does not tell', () => {
    const options = drill();
    options.contents = {
      ...CONTENTS,
      left: [
        { kind: 'deployments.apps', count: 2, because: 'drill' },
        { kind: 'rolebindings', count: 1, because: 'policy' },
      ],
      emptyClaims: ['shop/data'],
    };
    expect(drillResultOf(options).limits).toEqual([
      'Not whether it runs: 2 of deployments.apps were left out, as a drill runs nothing',
      'Not whether the data of volumes comes back that is written through pods, or was not saved: shop/data',
    ]);
    expect(drillResultOf(options).proven).toBe(true);
  });

  it.each<[Options['wish'], string]>([
    [
      { volumes: 'restore', kinds: ['configmaps', 'secrets'] },
      'Only these kinds were asked for: configmaps, secrets',
    ],
    [
      { volumes: 'restore', labels: { app: 'web', tier: 'a' } },
      'Only objects with these labels were asked for: app=web, tier=a',
    ],
    [
      { volumes: 'none' },
      'Not whether volumes come back: they were left out by choice',
    ],
  ])('says that it was narrow: %j', (wish, limit) => {
    expect(drillResultOf({ ...drill(), wish })).toMatchObject({
      proven: true,
      narrow: true,
      limits: [limit],
    });
  });

  it('says that nobody knows of volumes', () => {
    const options = drill();
    delete options.contents.emptyClaims;
    expect(drillResultOf(options).limits).toEqual([
      'Not whether the data of volumes comes back: it is not known of them',
    ]);
  });
});
