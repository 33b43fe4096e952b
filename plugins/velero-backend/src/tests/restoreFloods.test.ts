import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

describe('a request for a restore that is sent again and again', () => {
  let fixture: RestoreRequestFixture;

  beforeAll(async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
  });

  afterAll(() => fixture?.stop());

  it('is one request, however often it is sent with one key', async () => {
    const key = fixture.key();
    const wish = fixture.inPlace();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        fixture.request(wish, 'payments-owner', key),
      ),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const other = await fixture.request(fixture.wish(), 'payments-owner', key);
    expect(other.status).toBe(409);
    expect(other.body.error.message).toContain('The key was used before');
    await fixture
      .decide(answers[0].body.id, 'cancel', 'payments-owner')
      .expect(200);
  });

  it('is refused when there are too many', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i++) {
      const { body } = await fixture.request(
        fixture.inPlace(),
        'payments-peer',
      );
      made.push(body.id);
    }
    const { status, body } = await fixture.request(
      fixture.inPlace(),
      'payments-peer',
    );
    expect(status).toBe(409);
    expect(body.error.message).toContain('You have 5 requests');
    for (const id of made) {
      await fixture.decide(id, 'cancel', 'payments-peer').expect(200);
    }
  });

  it('is not looked at again and again for whoever wants to approve it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 70 }, () =>
        fixture.decide('not-there', 'approve', 'visitor'),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 429)).toHaveLength(10);
  });

  it('takes no more comments than people read', async () => {
    const { body } = await fixture.request(fixture.inPlace(), 'engineer');
    const comment = (user: string) =>
      fixture.decide(body.id, 'comments', user, { text: 'hm' });
    for (const user of ['engineer', 'payments-owner']) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => comment(user)),
      );
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    const full = await comment('payments-peer');
    expect(full.status).toBe(409);
    expect(full.body.error.message).toContain('has 100 comments');
    const statuses = await Promise.all(
      Array.from({ length: 15 }, () => comment('engineer')),
    );
    expect(statuses.map(({ status }) => status)).toContain(429);
    await fixture.decide(body.id, 'cancel', 'engineer').expect(200);
  });

  it('is not heard when somebody asks again and again', async () => {
    const answers = await Promise.all(
      Array.from({ length: 70 }, () =>
        fixture.preview({ not: 'a wish' }, 'second-engineer'),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 429)).toHaveLength(10);
    expect(statuses.filter(status => status === 400)).toHaveLength(60);
  });
});
