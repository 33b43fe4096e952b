import { ownNamespace, RestoreExample } from './__testUtils__/restoreExample';
import { verdictOn } from './__testUtils__/verdictOn';

type Change = (example: RestoreExample) => void;

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
});
