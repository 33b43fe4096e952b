import { protectionCases } from './__testUtils__/protectionCases';
import { claimed, hoursAgo, inputOf, World } from './__testUtils__/world';
import { protectionOf } from './protectionOf';

describe.each(Object.entries(protectionCases))('protection: %s', (_, rows) => {
  it.each(rows)('%s: %s', (_situation, state, sentence, world) => {
    const protection = protectionOf(inputOf(world));
    expect(protection.sentence).toBe(sentence);
    expect(protection.state).toBe(state);
  });
});

const healthy: World = {
  schedules: [{ name: 'nightly' }],
  backups: [{ schedule: 'nightly', ago: 9 }],
};

describe('no row of the table', () => {
  const worlds = Object.values(protectionCases).flatMap(rows =>
    rows.map(([situation, , , world]) => ({ situation, world })),
  );

  it.each(worlds)(
    'is protected by stale data: $situation',
    ({ world: { others, ...world } }) => {
      expect(
        protectionOf(inputOf({ ...world, state: 'stale' })).state,
      ).not.toBe('protected');
    },
  );

  it.each(worlds)('is protected without a backup: $situation', ({ world }) => {
    expect(protectionOf(inputOf({ ...world, backups: [] })).state).not.toBe(
      'protected',
    );
  });

  it.each(worlds)('has a sentence with odd marks: $situation', ({ world }) => {
    const { namespaces, sentence } = protectionOf(inputOf(world));
    for (const text of [
      sentence,
      ...namespaces.flatMap(({ gaps }) => gaps.map(gap => gap.sentence)),
    ]) {
      expect(text).toMatch(/^[A-Z].*[.]$/);
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\.\.| {2}/);
    }
  });
});

describe('protectionOf', () => {
  describe('of a backup that failed', () => {
    const toldOf = (
      includedNamespaces: string[],
      namespaces: World['namespaces'],
    ) => {
      const spec = { includedNamespaces };
      const failed = {
        spec,
        ago: 9,
        phase: 'Failed',
        status: { failureReason: 'canary' },
      };
      const protection = protectionOf(
        inputOf({
          schedules: [{ name: 'nightly', spec }],
          backups: [{ ...failed, schedule: 'nightly' }, failed],
          namespaces,
        }),
      );
      return JSON.stringify(protection);
    };

    it.each([
      [['payments', 'shop']],
      [['payments', 'ledger']],
      [['pay*']],
      [['*']],
    ])('keeps the words back when it took %j', includedNamespaces => {
      const told = toldOf(includedNamespaces, [
        claimed('payments'),
        claimed('ledger', 'us'),
        { ...claimed('shop'), proven: false },
      ]);
      expect(told).toContain('Backup nightly-9 failed.');
      expect(told).not.toContain('canary');
    });

    it('tells the words when all that it took may be told of', () => {
      const told = toldOf(
        ['payments', 'shop'],
        [claimed('payments'), claimed('shop')],
      );
      expect(told).toContain('Backup nightly-9 failed: “canary”.');
    });
  });

  it('gives the answer with all its parts', () => {
    expect(protectionOf(inputOf(healthy))).toEqual({
      state: 'protected',
      reason: { code: 'in-time' },
      sentence:
        'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
      lastGoodCopy: {
        cluster: 'eu',
        veleroNamespace: 'velero',
        name: 'nightly-9',
        startedAt: '2026-11-23T02:00:00.000Z',
        expiresAt: '2026-12-23T02:00:00.000Z',
        schedule: 'nightly',
        location: 'archive',
      },
      ageSeconds: 9 * 3_600,
      target: { seconds: 27 * 3_600, source: 'schedule' },
      nextRun: {
        at: '2026-11-24T02:00:00.000Z',
        cluster: 'eu',
        veleroNamespace: 'velero',
        schedule: 'nightly',
      },
      namespaces: [
        expect.objectContaining({
          cluster: 'eu',
          namespace: 'payments',
          state: 'protected',
          coveredBy: [
            {
              cluster: 'eu',
              veleroNamespace: 'velero',
              name: 'nightly',
              cron: '0 2 * * *',
              extent: 'full',
              active: true,
              reasons: [],
              lastRunAt: '2026-11-23T02:00:00.000Z',
              lastGoodCopyAt: '2026-11-23T02:00:00.000Z',
              nextRunAt: '2026-11-24T02:00:00.000Z',
            },
          ],
          gaps: [],
        }),
      ],
      clusters: [{ name: 'eu', state: 'live' }],
    });
  });

  it('shows schedules that do not count, with what is wrong with them', () => {
    const protection = protectionOf(
      inputOf({
        ...healthy,
        schedules: [
          { name: 'resting', paused: true },
          {
            name: 'by-label',
            spec: { labelSelector: { matchLabels: { a: 'b' } } },
          },
          { name: 'nightly' },
        ],
      }),
    );
    expect(
      protection.namespaces[0].coveredBy.map(
        ({ name, active, extent, reasons, nextRunAt }) => [
          name,
          active,
          extent,
          reasons.map(({ reason }) => reason.code),
          Boolean(nextRunAt),
        ],
      ),
    ).toEqual([
      ['nightly', true, 'full', [], true],
      ['by-label', true, 'partial', ['by-label'], true],
      ['resting', false, 'full', ['paused'], false],
    ]);
  });

  it.each([
    'stale',
    'unreachable',
    'unauthorized',
    'forbidden',
    'syncing',
  ] as const)(
    'never takes data of a cluster that is %s for protection, but says what was known',
    state => {
      const protection = protectionOf(inputOf({ ...healthy, state }));
      expect(protection.state).toBe('unknown');
      expect(protection.reason).toMatchObject({
        code: 'cluster-not-live',
        state,
      });
      expect(protection.lastGoodCopy?.name).toBe('nightly-9');
      expect(protection.namespaces[0].coveredBy).toHaveLength(1);
    },
  );

  it('tells nothing of a namespace that is not proven', () => {
    const { namespaces } = protectionOf(
      inputOf({
        ...healthy,
        namespaces: [{ cluster: 'eu', namespace: 'payments', proven: false }],
      }),
    );
    expect(namespaces).toEqual([
      {
        cluster: 'eu',
        namespace: 'payments',
        state: 'unknown',
        reason: { code: 'not-proven', namespace: 'payments' },
        sentence: expect.any(String),
        coveredBy: [],
        gaps: [expect.anything()],
      },
    ]);
  });

  it('has no last good copy of all namespaces while one of them has none', () => {
    const protection = protectionOf(
      inputOf({
        ...healthy,
        namespaces: [claimed('payments'), claimed('shop')],
      }),
    );
    expect(protection.lastGoodCopy).toBeUndefined();
    expect(protection.namespaces[0].lastGoodCopy?.name).toBe('nightly-9');
  });

  it('counts the older of two copies that make a whole', () => {
    const objects = { snapshotVolumes: false };
    const volumes = { includedResources: ['pvc', 'pv'] };
    const protection = protectionOf(
      inputOf({
        schedules: [
          { name: 'objects', spec: objects },
          { name: 'volumes', spec: volumes },
        ],
        backups: [
          { schedule: 'objects', ago: 2, spec: objects },
          { schedule: 'volumes', ago: 10, spec: volumes },
        ],
      }),
    );
    expect(protection.state).toBe('protected');
    expect(protection.lastGoodCopy?.name).toBe('volumes-10');
  });

  it('says that a target cannot be read, and what to write instead', () => {
    const { namespaces } = protectionOf(inputOf({ ...healthy, rpo: '30d' }));
    expect(namespaces[0].gaps.map(({ reason }) => reason)).toEqual([
      {
        code: 'target-unreadable',
        source: 'annotation velero.io/rpo',
        problem: 'time: unknown unit "d" in duration "30d"',
        hint: '720h',
      },
    ]);
  });

  it('takes no time of a clock that is ahead for an age', () => {
    const protection = protectionOf(
      inputOf({ ...healthy, backups: [{ schedule: 'nightly', ago: -0.1 }] }),
    );
    expect(protection.ageSeconds).toBe(0);
  });

  it('passes over objects in which nothing is as it should be', () => {
    const input = inputOf(healthy);
    const odd = { veleroNamespace: 'velero', name: 'odd' };
    const [cluster] = input.clusters;
    cluster.backups.push({
      ...cluster.backups[0],
      ...odd,
      startedAt: undefined,
      createdAt: undefined,
      expiresAt: 'never',
    });
    cluster.schedules.push({
      ...cluster.schedules[0],
      ...odd,
      createdAt: hoursAgo(1),
      lastBackupAt: 'yesterday',
    });
    expect(protectionOf(input).state).toBe('protected');
  });
});
