import { NamespaceClaim } from 'backstage-plugin-velero-common';
import { offerNamespaces } from './offerNamespaces';

const OWNER = 'group:default/payments';
const OTHER = 'group:default/shop';

const member = { ownershipRefs: [OWNER], administrator: false };
const ofBoth = { ownershipRefs: [OWNER, OTHER], administrator: false };
const stranger = { ownershipRefs: [OTHER], administrator: false };
const administrator = { ownershipRefs: [], administrator: true };

function offer(options: {
  reader: typeof member;
  claims?: NamespaceClaim[];
  there?: Record<string, string[]>;
  denied?: string[];
}) {
  const { reader, claims = [], there = {}, denied = [] } = options;
  const all = Object.entries(there).map(([namespace, owners]) => ({
    cluster: 'eu',
    namespace,
    owners,
  }));
  const isTheirs = reader.administrator || reader.ownershipRefs.includes(OWNER);
  const proven = all.filter(({ owners }) => isTheirs && owners.includes(OWNER));
  const allowed = proven.filter(({ namespace }) => !denied.includes(namespace));
  const [offered] = offerNamespaces({
    owner: OWNER,
    reader,
    claimed: { claims, isCut: false },
    readings: [{ cluster: 'eu', all, proven, allowed }],
  });
  return {
    ...offered,
    unavailable: offered.unavailable.map(
      ({ namespace, reason }) => `${namespace}: ${reason}`,
    ),
  };
}

const there = {
  payments: [OWNER],
  shop: [OTHER],
  secret: ['group:default/board'],
  nobody: [],
};

const claim = (namespace: string) => ({ cluster: 'eu', namespace });

describe('offerNamespaces', () => {
  it.each([
    ['a member', member, ['payments'], [], 3],
    ['a stranger', stranger, [], ['shop: other-owner'], 3],
    ['one who is of both', ofBoth, ['payments'], ['shop: other-owner'], 2],
    [
      'an administrator',
      administrator,
      ['payments'],
      ['shop: other-owner', 'secret: other-owner', 'nobody: not-proven'],
      0,
    ],
  ])('tells %s of what concerns them', (_, reader, namespaces, un, others) => {
    expect(offer({ reader, there })).toEqual({
      namespaces,
      unavailable: un,
      others,
      isCut: false,
    });
  });

  it('says where the policy is what forbids it', () => {
    expect(
      offer({ reader: member, there, denied: ['payments'] }),
    ).toMatchObject({
      namespaces: [],
      unavailable: ['payments: not-allowed'],
      others: 3,
    });
  });

  it.each([
    ['a member', member, 'not-proven'],
    ['a stranger', stranger, 'not-member'],
  ])('answers a claim for %s by the claim alone', (_, reader, reason) => {
    const claims = [claim('secret'), claim('not-there')];
    const before = offer({ reader, there });
    const after = offer({ reader, there, claims });
    expect(after).toEqual({
      ...before,
      unavailable: [
        `secret: ${reason}`,
        `not-there: ${reason}`,
        ...before.unavailable,
      ],
    });
  });

  it('does not tell a stranger whether a claim of the owner is proven', () => {
    const claims = [claim('payments')];
    const proven = offer({ reader: stranger, there, claims });
    const { payments: _, ...rest } = there;
    const missing = offer({
      reader: stranger,
      there: { ...rest, unknown: [] },
      claims,
    });
    expect(proven).toEqual(missing);
    expect(proven.unavailable).toContain('payments: not-member');
  });

  it('takes a claim to any cluster for that of the cluster that proves it', () => {
    const claims = [{ namespace: 'payments' }];
    const reading = (cluster: string, owners: string[]) => {
      const all = [{ cluster, namespace: 'payments', owners }];
      const proven = all.filter(() => owners.includes(OWNER));
      return { cluster, all, proven, allowed: proven };
    };
    const ask = (owners: string[]) =>
      offerNamespaces({
        owner: OWNER,
        reader: member,
        claimed: { claims, isCut: false },
        readings: [reading('eu', owners), reading('us', [])],
      }).map(({ unavailable }) => unavailable.length);
    expect(ask([OWNER])).toEqual([0, 0]);
    expect(ask([])).toEqual([1, 1]);
  });

  it('gives the line that proves it', () => {
    const [{ unavailable }] = offerNamespaces({
      owner: OWNER,
      reader: member,
      claimed: { claims: [claim('payments')], isCut: false },
      readings: [{ cluster: 'eu', all: [], proven: [], allowed: [] }],
    });
    const line =
      'kubectl --context eu annotate namespace payments backstage.io/owner=group:default/payments';
    expect(unavailable).toEqual([
      {
        namespace: 'payments',
        reason: 'not-proven',
        message: `The cluster does not confirm that it is of ${OWNER}. An administrator of the cluster proves it: ${line}`,
        howToProve: line,
      },
    ]);
  });

  it('says when there is more than it gives', () => {
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, i) => [`namespace-${i}`, [OTHER]]),
    );
    const answer = offer({ reader: administrator, there: many });
    expect(answer.unavailable).toHaveLength(100);
    expect(answer).toMatchObject({ isCut: true, others: 50 });
  });
});
