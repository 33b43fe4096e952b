import { LossyProxy } from '../operations/__testUtils__/LossyProxy';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(120_000);

const databases = testDatabases();

describe('an approved request is carried out once', () => {
  let fixture: RestoreRequestFixture;

  afterEach(() => fixture?.stop());

  const uids = () =>
    new Set(
      fixture.cluster.objects
        .list('restores')
        .map(({ metadata }) => metadata.uid),
    );

  it.each<[string, (proxy: LossyProxy) => void]>([
    ['the answer is lost', proxy => proxy.lose('answer')],
    ['the question is lost', proxy => proxy.lose('request')],
    [
      'questions and answers are lost in turn',
      proxy => proxy.lose('request', 'answer', 'request'),
    ],
  ])('although %s', async (_name, fault) => {
    fixture = await RestoreRequestFixture.start({ single: true, lossy: true });
    const { body: preview } = await fixture.preview(fixture.wish());
    expect(preview.allow).toBe(true);
    fault(fixture.proxy!);
    const { body } = await fixture.request(fixture.wish());
    await fixture.until(body.id, 'succeeded');
    expect(uids().size).toBe(1);
  });

  it('although it is approved twice at once', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const { body } = await fixture.request(fixture.inPlace());
    const answers = await Promise.all(
      ['payments-peer', 'engineer', 'second-engineer'].map(user =>
        fixture.decide(body.id, 'approve', user),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    const ended = await fixture.until(body.id, 'succeeded');
    const types = ended.events.map(({ type }) => type);
    expect(types.filter(type => type === 'submitting')).toHaveLength(1);
    expect(uids().size).toBe(1);
  });

  it('and tells of a Restore of its name that somebody else has made', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const { body } = await fixture.request(fixture.inPlace());
    fixture.cluster.velero.stop();
    fixture.cluster.objects.put('restores', {
      metadata: { name: `rst-${body.id}`, namespace: 'velero' },
      spec: { backupName: 'nightly', includedNamespaces: ['shop'] },
    });
    await fixture.decide(body.id, 'approve', 'engineer').expect(200);
    const { outcome } = await fixture.until(body.id, 'unknown');
    expect(outcome?.message).toBe(
      'There is a Restore of the name that this request would have, and it is not what was agreed to',
    );
  });

  it('and tells that somebody has changed or removed the Restore', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    await fixture.preview(fixture.wish()).expect(200);
    fixture.cluster.velero.stop();
    const { body } = await fixture.request(fixture.wish());
    await fixture.until(body.id, 'running');
    fixture.cluster.objects.patch(
      'restores',
      { name: `rst-${body.id}`, namespace: 'velero' },
      { spec: { includedNamespaces: ['payments', 'shop'] } },
    );
    const { outcome, events } = await fixture.until(body.id, 'unknown');
    expect(outcome?.message).toContain(
      'not any more the one that was agreed to',
    );
    expect(events.at(-1)?.type).toBe('changed');
    await fixture.decide(body.id, 'cancel', 'shop-owner').expect(404);
    const closed = await fixture.decide(body.id, 'cancel', 'payments-peer');
    expect(closed.body).toMatchObject({
      state: 'failed',
      outcome: { message: expect.stringContaining('It was closed by hand') },
    });
    const late = await fixture.decide(body.id, 'cancel', 'payments-owner');
    expect(late.status).toBe(409);
  });

  it('one after the other where two are for the same namespace', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    await fixture.preview(fixture.wish()).expect(200);
    fixture.cluster.velero.stop();
    const first = await fixture.request(fixture.wish());
    await fixture.until(first.body.id, 'running');
    const second = await fixture.request(fixture.wish());
    expect(second.body.state).toBe('approved');
    await fixture.portal.eventually(
      `/restore-requests/${second.body.id}`,
      'payments-owner',
      ({ body }) =>
        expect(body.outcome?.message).toBe(
          `It waits for the end of request ${first.body.id}, which is being restored to namespace 'payments-restore-1'`,
        ),
    );
    fixture.cluster.velero.start();
    await fixture.until(first.body.id, 'succeeded');
    const { outcome } = await fixture.until(second.body.id, 'stale');
    expect(outcome?.message).toContain('payments-restore-1');
    expect(uids().size).toBe(1);
  });

  describe.each(databases.ids)('by two replicas on %s', id => {
    it('of one database', async () => {
      const database = await databases.init(id);
      fixture = await RestoreRequestFixture.start({ single: true, database });
      const other = await fixture.anotherPortal(database);
      try {
        const wishes = Array.from({ length: 4 }, (_, i) =>
          fixture.wish({
            namespaces: [
              { source: 'payments', target: `payments-restore-${i}` },
            ],
          }),
        );
        const made = await Promise.all(
          wishes.map(wish => fixture.request(wish)),
        );
        const ids = made.map(({ body }) => body.id);
        for (const request of ids) {
          await fixture.until(request, 'succeeded');
        }
        expect(uids().size).toBe(4);
      } finally {
        await other.stop();
      }
    });
  });
});
