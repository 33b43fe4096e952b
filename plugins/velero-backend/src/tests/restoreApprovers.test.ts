import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

const OWNER_AGREES = {
  restores: {
    policies: [
      {
        id: 'owners',
        destinations: { sameNamespace: { approvals: [{ from: ['owner'] }] } },
      },
    ],
  },
};

describe('an owner who agrees to a restore', () => {
  let fixture: RestoreRequestFixture;

  beforeEach(async () => {
    fixture = await RestoreRequestFixture.start({
      single: true,
      settings: OWNER_AGREES,
    });
  });

  afterEach(() => fixture?.stop());

  const mark = (owner: string) =>
    fixture.cluster.objects.patch(
      'namespaces',
      { name: 'payments' },
      { metadata: { annotations: { 'backstage.io/owner': owner } } },
    );

  it('may be one of the entity that the mark names', async () => {
    mark('component:default/payments-api');
    const { status, body } = await fixture.request(fixture.inPlace());
    expect({ status, state: body.state }).toEqual({
      status: 201,
      state: 'pending',
    });
    const waiting = await fixture.list('?view=waiting', 'payments-peer');
    expect(waiting.body.items).toHaveLength(1);
    await fixture.decide(body.id, 'approve', 'payments-peer').expect(200);
    await fixture.until(body.id, 'succeeded');
  });

  it('is not waited for where the mark names an entity of nobody', async () => {
    mark('component:default/gone');
    const { body } = await fixture.preview(fixture.inPlace(), 'engineer');
    expect(body.reasons).toEqual([
      'The policy wants somebody else to agree, as another owner of all that is restored, and there is nobody',
    ]);
  });

  it('may have become one after it was asked for', async () => {
    const { body } = await fixture.request(fixture.inPlace());
    mark('group:payments,group:shop');
    const { status } = await fixture.decide(body.id, 'approve', 'shop-owner');
    expect(status).toBe(200);
    await fixture.until(body.id, 'succeeded');
  });

  it('finds what waits for those who own the namespace now, and may reject it', async () => {
    const { body } = await fixture.request(fixture.inPlace());
    const waitingFor = async (user: string) => {
      const list = await fixture.list('?view=waiting', user);
      return list.body.items.map(({ id }: { id: string }) => id);
    };
    expect(await waitingFor('shop-owner')).toEqual([]);
    mark('group:shop');
    await fixture.portal.eventually(
      '/restore-requests?view=waiting',
      'shop-owner',
      list => expect(list.body.items).toMatchObject([{ id: body.id }]),
    );
    expect(await waitingFor('payments-peer')).toEqual([]);
    const page = await fixture.get(body.id, 'shop-owner');
    expect(page.body).toMatchObject({ mayApprove: true, mayCheck: true });
    const told = { recipients: { entityRef: ['group:default/shop'] } };
    await fixture.portal.eventually('/restore-requests', 'engineer', () =>
      expect(fixture.notifications.at(-1)).toMatchObject(told),
    );
    const reason = { text: 'Not over ours' };
    await fixture
      .decide(body.id, 'reject', 'payments-peer', reason)
      .expect(404);
    const rejected = await fixture.decide(
      ...([body.id, 'reject', 'shop-owner', reason] as const),
    );
    expect(rejected.body).toMatchObject({ state: 'rejected' });
    expect(
      rejected.body.events.map(({ type }: { type: string }) => type),
    ).toEqual(['requested', 'owners-changed', 'rejected']);
  });
});
