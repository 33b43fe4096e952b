import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

describe('the question what if', () => {
  let fixture: RestoreRequestFixture;

  beforeAll(async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
  });

  afterAll(() => fixture?.stop());

  const evaluate = (body: object, user = 'engineer') =>
    fixture.portal.post('/restore-policies/evaluate', body, user);

  it.each([
    ['user:default/payments-owner', true],
    ['user:default/shop-owner', false],
    ['user:default/nobody', false],
    [undefined, true],
  ])('is answered for %s with %s', async (userRef, allow) => {
    const { status, body } = await evaluate({ wish: fixture.wish(), userRef });
    expect(status).toBe(200);
    expect(body).toMatchObject({ allow, policy: { id: 'default' } });
  });

  it('is answered by policies that are not in force', async () => {
    const { body } = await evaluate({
      wish: fixture.wish(),
      userRef: 'user:default/payments-owner',
      policies: [
        {
          id: 'strict',
          title: 'Strict',
          destinations: {
            newNamespace: { approvals: [{ from: ['platform'], count: 2 }] },
          },
        },
      ],
    });
    expect(body).toMatchObject({
      allow: true,
      policy: { id: 'strict', title: 'Strict' },
      approvals: [{ from: ['platform'], count: 2 }],
    });
    const { body: real } = await fixture.preview(fixture.wish());
    expect(real).toMatchObject({ policy: { id: 'default' }, approvals: [] });
  });

  it('tells what is wrong with policies', async () => {
    const { status, body } = await evaluate({
      wish: fixture.wish(),
      policies: [{ id: 'a', expiry: '2d' }],
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain("'2d' cannot be used");
  });

  it('is for administrators', async () => {
    const { status } = await evaluate(
      { wish: fixture.wish() },
      'payments-owner',
    );
    expect(status).toBe(403);
  });

  it('does not let a portal start with policies that cannot be read', async () => {
    const policies = [{ id: 'a', hook: true }];
    await expect(
      RestoreRequestFixture.start({
        single: true,
        settings: { restores: { policies } },
      }),
    ).rejects.toThrow(/policies\[0\]\.hook is not known/);
  });
});
