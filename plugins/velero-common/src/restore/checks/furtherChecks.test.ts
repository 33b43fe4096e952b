import { ownNamespace, RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn } from '../__testUtils__/verdictOn';

type Change = (example: RestoreExample) => void;

const inPlace: Change = ({ snapshot }) => {
  snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
};

const KEPT =
  'warn: Objects that are there stay as they are, also where they differ from the backup; only what is missing comes back';

describe('checkExisting', () => {
  it.each<[string, Change, string]>([
    ['nothing is there', () => {}, 'ok: Nothing is there that could change'],
    ['something is there', inPlace, KEPT],
    [
      'what is there is of somebody else',
      example => {
        inPlace(example);
        example.snapshot.pairs[0].target.proven = false;
      },
      'ok: Nothing is there that could change',
    ],
    [
      'all namespaces are meant',
      ({ wish, snapshot }) => {
        wish.wholeBackup = 'nightly';
        snapshot.pairs = [];
        snapshot.requester.administrator = true;
      },
      KEPT,
    ],
    [
      'it may not be changed',
      example => {
        inPlace(example);
        example.wish.existing = 'update';
      },
      'stop: The policy does not let objects be changed that are there → Keep what is there, or delete the objects that are to come back',
    ],
    [
      'it may be changed',
      example => {
        inPlace(example);
        example.wish.existing = 'update';
        example.policies[0].existing = { update: { approvals: [] } };
      },
      'warn: Objects that are there are changed to what the backup has, as far as Kubernetes lets them; this cannot be undone',
    ],
  ])('tells what happens where %s', (_name, change, expected) => {
    expect(findingsOn(change, 'existing')).toEqual([expected]);
  });
});

describe('checkModifier', () => {
  const withModifier: Change = ({ wish, policies, snapshot }) => {
    wish.modifier = 'smaller';
    policies[0].modifiers = ['smaller', 'other-class'];
    snapshot.modifier = { name: 'smaller', digest: 'abc' };
  };

  const UNREADABLE =
    "stop: ConfigMap 'smaller' cannot be read in namespace 'velero' → Have it made, or the portal be allowed to get it";

  it.each<[string, Change, string[]]>([
    ['none', () => {}, []],
    [
      'one of the policy',
      withModifier,
      ["ok: Objects are changed by the modifiers 'smaller'"],
    ],
    [
      'one that the policy does not name',
      example => {
        withModifier(example);
        example.policies[0].modifiers = ['other-class', 'third'];
      },
      [
        "stop: The policy does not name the resource modifiers 'smaller' → Choose one of other-class, third",
      ],
    ],
    [
      'any, where the policy names none',
      example => {
        withModifier(example);
        example.policies[0].modifiers = [];
      },
      [
        "stop: The policy does not name the resource modifiers 'smaller' → Restore without modifiers",
      ],
    ],
    [
      'one that is gone',
      example => {
        withModifier(example);
        example.snapshot.modifier = { name: 'smaller' };
      },
      [UNREADABLE],
    ],
    [
      'one that was not looked at',
      example => {
        withModifier(example);
        example.snapshot.modifier = undefined;
      },
      [UNREADABLE],
    ],
    [
      'another one than was looked at',
      example => {
        withModifier(example);
        example.snapshot.modifier!.name = 'other-class';
      },
      [UNREADABLE],
    ],
  ])('judges modifiers: %s', (_name, change, expected) => {
    expect(findingsOn(change, 'modifier')).toEqual(expected);
  });
});

describe('checkGitops', () => {
  it('tells who else keeps the namespace', () => {
    const findings = findingsOn(example => {
      inPlace(example);
      example.snapshot.pairs[0].target.managedBy = 'Argo CD application shop';
    }, 'gitops');
    expect(findings).toEqual([
      "warn: Namespace 'shop' is kept by Argo CD application shop, which may undo the restore → Pause it while the restore runs",
    ]);
  });

  it('says nothing where nobody does', () => {
    expect(findingsOn(inPlace, 'gitops')).toEqual([]);
  });
});

describe('checkLimits', () => {
  it.each<[string, Change, string[]]>([
    [
      'just below all limits',
      ({ snapshot }) => {
        snapshot.usage = {
          openOfUser: 4,
          todayByNamespace: { 'shop-restore-1': 9, shop: 50 },
          runningInCluster: 2,
          busyTargets: [],
        };
      },
      [],
    ],
    [
      'too many requests',
      ({ snapshot }) => {
        snapshot.usage.openOfUser = 5;
      },
      [
        'stop: You have 5 requests that have not ended; the policy allows 5 → Wait for their end, or cancel one',
      ],
    ],
    [
      'too many restores of a namespace',
      ({ snapshot }) => {
        snapshot.usage.todayByNamespace = { 'shop-restore-1': 10 };
      },
      [
        "stop: Namespace 'shop-restore-1' was restored to 10 times in 24 hours; the policy allows 10 → Wait, or ask an administrator",
      ],
    ],
    [
      'another restore to the same place',
      ({ snapshot }) => {
        snapshot.usage.busyTargets = [
          { namespace: 'shop-restore-1', request: 'a', isUnknown: false },
          { namespace: 'shop-restore-1', request: 'b', isUnknown: true },
        ];
      },
      [
        "warn: It waits for the end of request a, which is being restored to namespace 'shop-restore-1'",
        "warn: It waits until somebody has closed request b: nobody can tell whether that one is being restored to namespace 'shop-restore-1' still",
      ],
    ],
    [
      'many restores that run',
      ({ snapshot }) => {
        snapshot.usage.runningInCluster = 3;
      },
      [
        "warn: 3 restores run in cluster 'prod-eu' now; this one waits until there are fewer than 3",
      ],
    ],
  ])('judges %s', (_name, change, expected) => {
    expect(findingsOn(change, 'limits')).toEqual(expected);
  });
});
