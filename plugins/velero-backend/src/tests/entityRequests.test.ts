import { RestoreRequestSummary } from 'backstage-plugin-velero-common';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

const PLATFORM = [{ from: ['platform'] }];
const BOTH = [
  { source: 'payments', target: 'payments-restore-1' },
  { source: 'shop', target: 'shop-restore-1' },
];

describe('requests for restores, listed at a service', () => {
  let fixture: RestoreRequestFixture;

  beforeAll(async () => {
    fixture = await RestoreRequestFixture.start({
      single: true,
      settings: {
        restores: {
          policies: [
            {
              id: 'asks',
              destinations: {
                newNamespace: { approvals: PLATFORM },
                sameNamespace: { approvals: PLATFORM },
                otherNamespace: { approvals: PLATFORM },
              },
              limits: { openPerUser: 100, perNamespaceAndDay: 100 },
            },
          ],
        },
      },
    });
  });

  afterAll(() => fixture?.stop());

  async function ask(namespaces: object, user = 'engineer'): Promise<string> {
    const wish = { ...fixture.wish({ reason: 'no ledger' }), namespaces };
    const { body } = await fixture.request(wish, user);
    expect(body).toMatchObject({ state: 'pending' });
    return body.id;
  }

  async function listed(user: string, entity: string, query = '') {
    const { body } = await fixture.list(
      `?entityRef=component%3Adefault%2F${entity}${query}`,
      user,
    );
    const items = body.items as RestoreRequestSummary[];
    return {
      ids: items.map(({ id }) => id),
      text: JSON.stringify(items),
      nextCursor: body.pageInfo.nextCursor as string | undefined,
    };
  }

  it.each([
    {
      about: 'a namespace of theirs and one of others, to new ones',
      namespaces: BOTH,
      seenBy: ['engineer'],
    },
    {
      about: 'a namespace of theirs, to a new one',
      namespaces: [{ source: 'payments', target: 'payments-restore-2' }],
      seenBy: ['engineer', 'payments-owner'],
    },
    {
      about: 'a namespace of the shop, to one of payments',
      namespaces: [{ source: 'shop', target: 'payments' }],
      seenBy: ['engineer', 'payments-owner'],
    },
    {
      about: 'a namespace of payments, to one of the shop',
      namespaces: [{ source: 'payments', target: 'shop' }],
      seenBy: ['engineer', 'shop-owner'],
    },
    {
      about: 'both to where they were',
      namespaces: BOTH.map(({ source }) => ({ source, target: source })),
      seenBy: ['engineer', 'payments-owner', 'shop-owner'],
    },
  ])(
    'are those that the reader may open: $about',
    async ({ namespaces, seenBy }) => {
      const id = await ask(namespaces);
      for (const [user, ...entities] of [
        ['engineer', 'payments-api', 'shop'],
        ['payments-owner', 'payments-api'],
        ['shop-owner', 'shop'],
      ]) {
        const isSeen = seenBy.includes(user);
        const lists = await Promise.all(
          entities.map(entity => listed(user, entity)),
        );
        const isListed = lists.some(({ ids }) => ids.includes(id));
        expect({ user, isListed }).toEqual({ user, isListed: isSeen });
        await fixture.get(id, user).expect(isSeen ? 200 : 404);
      }
      await fixture.decide(id, 'cancel', 'engineer').expect(200);
    },
  );

  it('tell nothing of others between them, and fill their pages', async () => {
    const own = { source: 'shop', target: 'shop-restore-2' };
    const shown: string[] = [];
    for (let i = 0; i < 3; i++) {
      shown.unshift(await ask([own], 'shop-owner'));
      await ask(BOTH);
      await ask(BOTH);
    }
    const open = '&state=pending&limit=2';
    const first = await listed('shop-owner', 'shop', open);
    expect(first.ids).toEqual(shown.slice(0, 2));
    const second = await listed(
      'shop-owner',
      'shop',
      `${open}&cursor=${first.nextCursor}`,
    );
    expect(second.ids).toEqual(shown.slice(2));
    expect(second.nextCursor).toBeUndefined();
    expect(first.text + second.text).not.toContain('payments');
    const all = await listed('engineer', 'shop', '&state=pending');
    expect(all.ids).toHaveLength(9);
  });
});
