import { ownNamespace, RestoreExample } from './__testUtils__/restoreExample';
import { verdictOn } from './__testUtils__/verdictOn';

type Change = (example: RestoreExample) => void;

const THEIRS = {
  owners: ['group:default/bank'],
  annotations: { pci: 'true' },
  proven: false,
};

describe('evaluateRestore, of a target', () => {
  it('tells of what is asked of a target only where the target may be told of', () => {
    const asked: Change = ({ snapshot }) => {
      snapshot.usage.busyTargets = [
        { namespace: 'shop-restore-1', request: 'a', isUnknown: false },
      ];
      snapshot.usage.todayByNamespace = { 'shop-restore-1': 10 };
    };
    const idsOn = (change: Change) =>
      verdictOn(change).checks.map(({ id }) => id);
    expect(idsOn(asked).filter(id => id === 'limits')).toHaveLength(2);
    const foreign: Change = example => {
      asked(example);
      example.snapshot.pairs[0].target = {
        ...ownNamespace('prod-eu', 'shop-restore-1'),
        proven: false,
      };
      example.policies[0].destinations.otherNamespace!.approvals = [
        { from: ['owner'], count: 1 },
      ];
    };
    const ids = idsOn(foreign);
    expect(ids).toContain('target');
    expect(ids).not.toContain('limits');
    expect(ids).not.toContain('approvals');
    expect(verdictOn(foreign).approvals).toEqual([]);
  });

  it.each<[string, Change]>([
    [
      'a target',
      ({ snapshot }) => {
        snapshot.pairs[0].target = {
          ...ownNamespace('prod-eu', 'shop-restore-1'),
          ...THEIRS,
        };
      },
    ],
    [
      'a source',
      ({ snapshot }) => {
        Object.assign(snapshot.pairs[0].origins[0], THEIRS);
        snapshot.pairs[0].target.proven = false;
      },
    ],
  ])(
    'does not tell by the policy that decides whose %s is',
    (_name, isTheirs) => {
      const having =
        (change: Change): Change =>
        example => {
          const [usual] = example.policies;
          example.policies = [
            { ...usual, id: 'bank', match: { owners: ['group:default/bank'] } },
            { ...usual, id: 'pci', match: { annotations: { pci: 'true' } } },
            usual,
          ];
          change(example);
        };
      const of = (change: Change) => {
        const { policy, checks } = verdictOn(having(change));
        return { policy: policy?.id, checks };
      };
      const unmarked = of(example => {
        isTheirs(example);
        const { target, origins } = example.snapshot.pairs[0];
        for (const namespace of [target, ...origins]) {
          namespace.owners = [];
          namespace.annotations = {};
        }
      });
      expect(of(isTheirs)).toEqual(unmarked);
      expect(unmarked.policy).toBe('default');
    },
  );

  it('lets no drill into a namespace that is there, whoever it belongs to', () => {
    const { allow, checks } = verdictOn(({ wish, snapshot }) => {
      wish.drill = true;
      snapshot.mayRemoveDrills = true;
      snapshot.pairs[0].target = {
        ...ownNamespace('prod-eu', 'shop-drill-0a1b2c3d'),
        proven: false,
      };
    });
    expect(allow).toBe(false);
    expect(checks.find(({ id }) => id === 'target')).toMatchObject({
      level: 'stop',
    });
  });
});
