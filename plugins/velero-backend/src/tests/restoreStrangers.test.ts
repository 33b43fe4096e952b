import { RestoreCheck } from 'backstage-plugin-velero-common';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

describe('a request for a restore, in the hands of the wrong people', () => {
  let fixture: RestoreRequestFixture;

  beforeAll(async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
  });

  afterAll(() => fixture?.stop());

  it('is not made by a visitor, and shows nothing to one', async () => {
    const { body } = await fixture.request(fixture.wish(), 'visitor');
    expect(body.error.message).toContain(
      "Namespace 'payments' in the backup is not proven to be yours",
    );
    const made = await fixture.request(fixture.inPlace());
    const { id } = made.body;
    for (const user of ['visitor', 'shop-owner']) {
      await fixture.get(id, user).expect(404);
      for (const decision of ['approve', 'cancel'] as const) {
        await fixture.decide(id, decision, user).expect(404);
      }
      for (const decision of ['reject', 'comments'] as const) {
        await fixture.decide(id, decision, user, { text: 'no' }).expect(404);
      }
      const { body: list } = await fixture.list('', user);
      expect(list.items).toEqual([]);
      const { body: waiting } = await fixture.list('?view=waiting', user);
      expect(waiting.items).toEqual([]);
    }
    await fixture.list('?view=all', 'payments-peer').expect(403);
    await fixture.decide(id, 'cancel', 'payments-owner').expect(200);
  });

  it('tells a visitor nothing of what is in a backup, and reads none of it', async () => {
    const asked = await fixture.preview(fixture.wish(), 'visitor');
    const { allow, kinds, volumes, checks } = asked.body;
    expect({ allow, kinds, volumes }).toEqual({ allow: false, kinds: [] });
    const ids = checks.map(({ id }: RestoreCheck) => id);
    expect(ids).toEqual(['policy', 'cluster', 'source', 'target']);
    const downloads = fixture.cluster.objects.list('downloadrequests');
    expect(downloads).toEqual([]);
  });

  it('does not tell a visitor by its policy whose a namespace is, nor that there is one', async () => {
    const of = async (target: string) => {
      const namespaces = [{ source: 'payments', target }];
      const { body } = await fixture.preview(fixture.wish({ namespaces }));
      return JSON.stringify(body).replaceAll(target, 'X');
    };
    const settings = {
      restores: {
        policies: [
          {
            id: 'regulated',
            match: { owners: ['group:default/Shop'] },
          },
          { id: 'rest' },
        ],
      },
    };
    await fixture.stop();
    fixture = await RestoreRequestFixture.start({ settings });
    const free = await of('nobodys');
    expect(await of('shop')).toEqual(free);
    expect(free).toContain('"id":"rest"');
  });

  it('does not tell a visitor whether there is a backup, and who made it', async () => {
    const of = async (name: string) => {
      const backup = { cluster: 'us', veleroNamespace: 'velero', name };
      const { body } = await fixture.preview(
        fixture.wish({ backup }),
        'visitor',
      );
      return JSON.stringify(body);
    };
    expect(await of('nightly')).toEqual(await of('not-there'));
  });

  it('is not approved by whoever asked, through whatever group', async () => {
    const { body } = await fixture.request(fixture.inPlace(), 'engineer');
    const own = await fixture.decide(body.id, 'approve', 'engineer');
    expect(own.status).toBe(403);
    expect(own.body.error.message).toBe(
      'Nobody decides on what they have asked for themselves',
    );
    await fixture
      .decide(body.id, 'reject', 'engineer', { text: 'no' })
      .expect(403);
    await fixture.decide(body.id, 'cancel', 'engineer').expect(200);
    const late = await fixture.decide(body.id, 'approve', 'payments-peer');
    expect(late.status).toBe(409);
    expect(late.body.error.message).toBe(
      `There is nothing to decide on request '${body.id}' any more: it is cancelled`,
    );
  });

  it('is nobody’s without a user', async () => {
    const answers = await Promise.all([
      fixture.portal.post('/restore-requests', {}),
      fixture.portal.get('/restore-requests'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });
});
