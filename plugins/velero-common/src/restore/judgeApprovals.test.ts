import { Approval, judgeApprovals, mayApprove } from './judgeApprovals';
import { ApprovalRule } from './policy/RestorePolicy';

const OWNERS = ['group:default/shop'];
const requester = 'user:default/ann';

function by(name: string, ...refs: string[]): Approval {
  return {
    userRef: `user:default/${name}`,
    ownershipRefs: [`user:default/${name}`, ...refs],
    administrator: false,
  };
}

const bob = by('bob', 'group:default/shop');
const cy = by('cy', 'group:default/shop', 'group:default/sre');
const root = { ...by('root'), administrator: true };
const stranger = by('eve', 'group:default/bank');
const ann = by('ann', 'group:default/shop', 'group:default/sre');
const annElsewhere = { ...ann, userRef: 'User:default/ANN' };

const owner: ApprovalRule = { from: ['owner'], count: 1 };
const platform: ApprovalRule = { from: ['platform'], count: 1 };
const either: ApprovalRule = { from: ['owner', 'platform'], count: 1 };
const twoOfSre: ApprovalRule = { from: ['group:default/SRE'], count: 2 };
const bobHimself: ApprovalRule = { from: ['user:default/bob'], count: 1 };
const two: ApprovalRule = { from: ['owner'], count: 2 };

describe('judgeApprovals', () => {
  it.each<[string, ApprovalRule, Approval[], boolean, number]>([
    ['nobody', owner, [], false, 0],
    ['an owner', owner, [bob], true, 1],
    ['a stranger', owner, [stranger], false, 0],
    ['an administrator where an owner is wanted', owner, [root], false, 0],
    ['an administrator', platform, [root], true, 1],
    ['an owner where an administrator is wanted', platform, [bob], false, 0],
    ['an administrator where either will do', either, [root], true, 1],
    ['the requester', owner, [ann], false, 0],
    ['the requester in other letters', owner, [annElsewhere], false, 0],
    ['the requester through another group', twoOfSre, [ann, cy], false, 1],
    ['one of two', two, [bob], false, 1],
    ['one of two, twice', two, [bob, bob], false, 1],
    [
      'one of two, twice in other letters',
      two,
      [bob, { ...bob, userRef: 'USER:default/bob' }],
      false,
      1,
    ],
    ['two of two', two, [bob, cy], true, 2],
    ['three of two', two, [bob, cy, by('di', 'group:default/shop')], true, 3],
    ['a member of a group', { ...twoOfSre, count: 1 }, [cy], true, 1],
    ['a user by name', bobHimself, [bob], true, 1],
    ['another user than the one named', bobHimself, [cy], false, 0],
  ])('counts %s', (_name, rule, approvals, isMet, given) => {
    const [progress] = judgeApprovals({
      rules: [rule],
      approvals,
      requester,
      owners: OWNERS,
    });
    expect(progress.rule).toBe(rule);
    expect(progress.isMet).toBe(isMet);
    expect(progress.given).toHaveLength(given);
  });

  it('lets one person count for several rules', () => {
    const progress = judgeApprovals({
      rules: [owner, { ...twoOfSre, count: 1 }],
      approvals: [cy],
      requester,
      owners: OWNERS,
    });
    expect(progress.map(({ isMet }) => isMet)).toEqual([true, true]);
  });

  it('has nobody approve as owner where namespaces have no owner in common', () => {
    const [progress] = judgeApprovals({
      rules: [owner],
      approvals: [bob],
      requester,
      owners: [],
    });
    expect(progress.isMet).toBe(false);
  });
});

describe('mayApprove', () => {
  it.each<[string, Approval, boolean]>([
    ['an owner', bob, true],
    ['an administrator', root, true],
    ['a stranger', stranger, false],
    ['the requester', ann, false],
    ['the requester as administrator', { ...ann, administrator: true }, false],
    ['the requester in other letters', annElsewhere, false],
  ])('judges %s', (_name, approver, expected) => {
    expect(
      mayApprove({ rules: [either], approver, requester, owners: OWNERS }),
    ).toBe(expected);
  });

  it('lets nobody decide on what nobody has to', () => {
    expect(
      mayApprove({ rules: [], approver: root, requester, owners: OWNERS }),
    ).toBe(false);
  });
});
