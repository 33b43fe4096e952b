import { defaultRestorePolicy } from './defaultRestorePolicy';
import { readRestorePolicies } from './readRestorePolicies';

const HOUR = 3_600_000;

const problemsOf = (input: unknown) =>
  readRestorePolicies(input).refusals.map(
    ({ code, field, message }) => `${code} ${field}: ${message}`,
  );

describe('readRestorePolicies', () => {
  it('is safe where nothing is configured', () => {
    expect(readRestorePolicies(undefined).policies).toEqual([
      defaultRestorePolicy,
    ]);
  });

  it('allows nothing where no policy is left', () => {
    expect(readRestorePolicies([]).policies).toEqual([]);
  });

  it('takes from the default what is not said', () => {
    expect(readRestorePolicies([{ id: 'mine' }]).policies).toEqual([
      { ...defaultRestorePolicy, id: 'mine' },
    ]);
  });

  it('reads all that there is', () => {
    const approvals = [{ from: ['group:default/sre', 'platform'], count: 2 }];
    const input = {
      id: 'production',
      title: 'Production',
      match: {
        clusters: ['prod-*'],
        namespaces: ['shop*'],
        owners: ['group:*'],
        annotations: { 'velero.io/environment': 'production' },
      },
      sources: { maximumAge: '720h', partiallyFailed: false },
      destinations: {
        newNamespace: { names: ['{namespace}-copy'], approvals: [] },
        sameNamespace: { approvals },
        otherClusters: { clusters: ['dr-*'] },
      },
      kinds: { clusterScoped: ['clusterroles.rbac.authorization.k8s.io'] },
      drills: { allowed: true, workloads: true },
      volumes: false,
      existing: { update: {} },
      hooks: true,
      modifiers: ['smaller'],
      limits: { openPerUser: 1 },
      quietHours: [
        { cron: '0 8 * * 1-5', length: '10h', zone: 'Europe/Berlin' },
      ],
      expiry: '8h',
      window: '5m',
    };
    expect(readRestorePolicies([input]).policies).toEqual([
      {
        ...input,
        sources: {
          maximumAge: 720 * HOUR,
          partiallyFailed: false,
          tenantStorage: 'strict',
        },
        destinations: {
          newNamespace: { names: ['{namespace}-copy'], approvals: [] },
          sameNamespace: { approvals },
          otherClusters: {
            clusters: ['dr-*'],
            approvals: [{ from: ['platform'], count: 1 }],
          },
        },
        kinds: { ...defaultRestorePolicy.kinds, ...input.kinds },
        existing: {
          update: { approvals: [{ from: ['platform'], count: 1 }] },
        },
        limits: { ...defaultRestorePolicy.limits, openPerUser: 1 },
        quietHours: [
          { cron: '0 8 * * 1-5', length: 10 * HOUR, zone: 'Europe/Berlin' },
        ],
        expiry: 8 * HOUR,
        window: 5 * 60_000,
      },
    ]);
  });

  it('asks one person where no number is said', () => {
    const [policy] = readRestorePolicies([
      {
        id: 'a',
        destinations: { wholeBackup: { approvals: [{ from: ['owner'] }] } },
      },
    ]).policies!;
    expect(policy.destinations).toEqual({
      wholeBackup: { approvals: [{ from: ['owner'], count: 1 }] },
    });
  });

  it.each<[string, unknown, string[]]>([
    ['no list', {}, ['wrong-type policies: policies is not a list']],
    ['no id', [{}], ['missing policies[0].id: policies[0].id is missing']],
    [
      'an id that is none',
      [{ id: 'My policy' }],
      ["not-allowed policies[0].id: 'My policy' is no id"],
    ],
    [
      'one id twice',
      [{ id: 'a' }, { id: 'b' }, { id: 'a' }],
      ["repeated policies[2].id: Two policies are called 'a'"],
    ],
    [
      'words that are not known',
      [{ id: 'a', allowAll: true, match: { cluster: ['x'] } }],
      [
        'unknown-key policies[0].match.cluster: policies[0].match.cluster is not known',
        'unknown-key policies[0].allowAll: policies[0].allowAll is not known',
      ],
    ],
    [
      'durations that Velero could not read either',
      [{ id: 'a', expiry: '2d', sources: { maximumAge: '-1h' } }],
      [
        "not-allowed policies[0].sources.maximumAge: '-1h' cannot be used",
        `not-allowed policies[0].expiry: '2d' cannot be used: time: unknown unit "d" in duration "2d"`,
      ],
    ],
    [
      'durations out of range',
      [{ id: 'a', expiry: '4m59s', window: '24h0m1s' }],
      [
        "not-allowed policies[0].expiry: '4m59s' cannot be used",
        "not-allowed policies[0].window: '24h0m1s' cannot be used",
      ],
    ],
    [
      'kinds that are none',
      [{ id: 'a', kinds: { clusterScoped: ['*'], excluded: ['Role', '*.'] } }],
      [
        "not-allowed policies[0].kinds.clusterScoped: '*' names no kind",
        "not-allowed policies[0].kinds.excluded: 'Role' names no kind",
        "not-allowed policies[0].kinds.excluded: '*.' names no kind",
      ],
    ],
    [
      'nobody who approves',
      [
        {
          id: 'a',
          destinations: { sameNamespace: { approvals: [{ from: [] }] } },
        },
      ],
      [
        'missing policies[0].destinations.sameNamespace.approvals[0].from: policies[0].destinations.sameNamespace.approvals[0].from names nobody',
      ],
    ],
    [
      'somebody who cannot approve',
      [
        {
          id: 'a',
          existing: {
            update: { approvals: [{ from: ['sre', 'group:sre'], count: 0 }] },
          },
        },
      ],
      [
        "not-allowed policies[0].existing.update.approvals[0].from: 'sre' is nobody who could approve",
        "not-allowed policies[0].existing.update.approvals[0].from: 'group:sre' is nobody who could approve",
        'wrong-type policies[0].existing.update.approvals[0].count: policies[0].existing.update.approvals[0].count is not a whole number from 1 to 999999',
      ],
    ],
    [
      'owners that are none',
      [{ id: 'a', match: { owners: ['payments', 'group:payments', 'a b'] } }],
      ['payments', 'group:payments', 'a b'].map(
        owner =>
          `not-allowed policies[0].match.owners: '${owner}' is no full reference, nor a pattern of some`,
      ),
    ],
    [
      'quiet hours that cannot be',
      [
        {
          id: 'a',
          quietHours: [
            { cron: '0 25 * * *', length: '2h', zone: 'Berlin' },
            { cron: '0 8 * * *' },
          ],
        },
      ],
      [
        'not-allowed policies[0].quietHours[0].cron: invalid schedule: end of range (25) above maximum (23): "25"',
        "not-allowed policies[0].quietHours[0].zone: 'Berlin' is no time zone",
        'missing policies[0].quietHours[1].length: policies[0].quietHours[1].length is missing',
      ],
    ],
  ])('refuses %s', (_name, input, expected) => {
    expect(problemsOf(input)).toEqual(expected);
  });

  const LONG = 'a'.repeat(63);

  const inNames: Record<string, (name: string) => object> = {
    id: id => ({ id }),
    kind: name => ({ kinds: { excluded: [name] } }),
    approver: name => ({
      destinations: { sameNamespace: { approvals: [{ from: [name] }] } },
    }),
  };

  it.each<[string, string[], string[]]>([
    [
      'id',
      ['a', '0', 'a-b', LONG],
      ['-a', 'a-', `${LONG}a`, 'A', 'a_b', 'a b'],
    ],
    [
      'kind',
      ['pods', 'a1', 'deployments.apps', '*.apps', 'a.b-c.d', '*.0'],
      [
        '*',
        'Role',
        '1a',
        'a.',
        '*.',
        'a..b',
        'a.-b',
        'a.b-',
        'a.b.',
        '**',
        'a*',
        '.a',
        'a b',
      ],
    ],
    [
      'approver',
      ['owner', 'platform', 'group:default/sre', 'user:a/b'],
      [
        'owners',
        'an owner',
        'platforms',
        'group:sre',
        'group:a/b/c',
        'group:/b',
        'group:a/',
        'group:a b/c',
        'group:a/b c',
        'group:a:b/c',
        'group:a/b:c',
        'role:a/b',
        'a group:a/b',
      ],
    ],
  ])('knows the name of an %s', (what, right, wrong) => {
    const isTaken = (name: string) =>
      problemsOf([{ id: 'a', ...inNames[what](name) }]).length === 0;
    expect(right.filter(name => !isTaken(name))).toEqual([]);
    expect(wrong.filter(isTaken)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an id is none', { id: 'A' }, 'Use small letters, digits and hyphens'],
    [
      'a duration is none',
      { expiry: '2d' },
      'Give a duration from 0h5m0s to 720h0m0s, as 24h',
    ],
    [
      'a kind is none',
      { kinds: { excluded: ['A'] } },
      "Write it like 'configmaps', 'deployments.apps' or '*.example.com'",
    ],
    [
      'quiet hours never begin',
      { quietHours: [{ cron: 'never', length: '1h' }] },
      "Write it like '0 8 * * 1-5'",
    ],
    [
      'a zone is none',
      { quietHours: [{ cron: '0 8 * * *', length: '1h', zone: 'X' }] },
      "Write it like 'Europe/Berlin'",
    ],
    [
      'nobody approves',
      { existing: { update: { approvals: [{}] } } },
      "Name 'owner', 'platform', or groups and users by their full references",
    ],
    [
      'somebody cannot approve',
      inNames.approver('x'),
      "Name 'owner', 'platform', or a reference like 'group:default/platform'",
    ],
  ])('tells what to do where %s', (_name, policy, remedy) => {
    const { refusals } = readRestorePolicies([{ id: 'a', ...policy }]);
    expect(refusals.map(refusal => refusal.remedy)).toEqual([remedy]);
  });

  it('tells what to do where ids are the same', () => {
    const { refusals } = readRestorePolicies([{ id: 'a' }, { id: 'a' }]);
    expect(refusals.map(({ remedy }) => remedy)).toEqual([
      'Give each an id of its own',
    ]);
  });
});
