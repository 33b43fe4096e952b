import { namespace } from '../__testUtils__/paymentsFleet';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

describe('a namespace that was made anew after the backup', () => {
  let fixture: RestoreRequestFixture;

  afterEach(() => fixture?.stop());

  const MESSAGE =
    "Namespace 'payments' of cluster 'eu' was made after this backup: what is in it may be of whoever had the name before";

  /** Backups tell time in seconds. */
  async function startWithOwner(owner: string) {
    fixture = await RestoreRequestFixture.start({ single: true });
    const { objects } = fixture.cluster;
    const { metadata } = namespace('payments', owner);
    const creationTimestamp = new Date(Date.now() + 2_000).toISOString();
    objects.remove('namespaces', 'payments');
    objects.put('namespaces', { metadata: { ...metadata, creationTimestamp } });
  }

  it.each([
    ['somebody else', 'group:shop', 'shop-owner'],
    ['the same owner', 'group:payments', 'payments-owner'],
  ])('is no proof for %s', async (_name, owner, user) => {
    await startWithOwner(owner);
    const preview = await fixture.preview(fixture.wish(), user);
    expect(preview.body).toMatchObject({
      allow: false,
      reasons: [MESSAGE],
      kinds: [],
    });
    const { status } = await fixture.request(fixture.wish(), user);
    expect(status).toBe(409);
  });

  it('is for administrators, who are told', async () => {
    await startWithOwner('group:payments');
    const { body } = await fixture.preview(fixture.wish(), 'engineer');
    expect(body).toMatchObject({ allow: true, reasons: [] });
    expect(body.checks).toContainEqual({
      id: 'source',
      level: 'warn',
      subject: 'payments',
      message: MESSAGE,
    });
  });
});
