import { createHash } from 'node:crypto';
import { canonicalJson } from 'backstage-plugin-velero-common';
import { namespace } from '../__testUtils__/paymentsFleet';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

describe('what happened to requests for restores', () => {
  let fixture: RestoreRequestFixture;
  let id: string;

  beforeAll(async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const reason = '=HYPERLINK("https://evil.example"), "quoted"\nsecond line';
    const { body } = await fixture.request(fixture.inPlace({ reason }));
    id = body.id;
    await fixture.decide(id, 'comments', 'payments-peer', { text: 'Why?' });
    await fixture.decide(id, 'reject', 'payments-peer', { text: '=1+1' });
  });

  afterAll(() => fixture?.stop());

  const exported = (query: string, user = 'engineer') =>
    fixture.portal.get(`/restore-requests/export${query}`, user);

  it('is given to auditors line by line, and shows when it was changed', async () => {
    const { text, headers } = await exported('');
    expect(headers['content-type']).toContain('application/jsonl');
    const lines = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines).toMatchObject([
      { seq: 1, type: 'requested', actor: 'user:default/payments-owner' },
      {
        seq: 2,
        type: 'commented',
        actor: 'user:default/payments-peer',
        body: { text: 'Why?' },
      },
      { seq: 3, type: 'rejected', request: id, body: { text: '=1+1' } },
    ]);
    let previous = '0'.repeat(64);
    for (const { seq, request, at, type, actor, body, hash } of lines) {
      const row = [seq, request, Date.parse(at), type, actor ?? null];
      const hashed = JSON.stringify([previous, ...row, canonicalJson(body)]);
      expect(createHash('sha256').update(hashed).digest('hex')).toBe(hash);
      previous = hash;
    }
  });

  it('is given as a table that no spreadsheet takes for formulas', async () => {
    const { text, headers } = await exported('?format=csv&after=2');
    expect(headers['content-type']).toContain('text/csv');
    const [head, row] = text.split('\r\n');
    expect(head).toBe('seq,at,request,type,actor,body,hash');
    expect(row).toMatch(/^3,2[^,]+Z,/);
    expect(row).toContain('"{""text"":""=1+1""}"');
  });

  it('comes in parts', async () => {
    const { text, headers } = await exported('?limit=2');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(headers['x-next-after']).toBe('2');
    const rest = await exported('?limit=2&after=2');
    expect(rest.text.trim().split('\n')).toHaveLength(1);
    expect(rest.headers).not.toHaveProperty('x-next-after');
  });

  it.each(['?limit=0', '?limit=5001', '?after=-1', '?format=xml'])(
    'is not given for %s',
    async query => {
      const { status } = await exported(query);
      expect(status).toBe(400);
    },
  );

  it('is for administrators', async () => {
    const { status } = await exported('', 'payments-owner');
    expect(status).toBe(403);
  });

  it('is told to the auditor of the portal', () => {
    expect(fixture.auditor.events).toMatchObject([
      {
        eventId: 'restore-request',
        severityLevel: 'high',
        meta: { actionType: 'request', key: expect.any(String) },
      },
      { eventId: 'restore-request', meta: { actionType: 'comment', id } },
      { eventId: 'restore-request', meta: { actionType: 'reject', id } },
    ]);
  });
});

describe('what the portal does about a request by itself', () => {
  let fixture: RestoreRequestFixture;

  beforeEach(async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
  });

  afterEach(() => fixture?.stop());

  const told = () =>
    fixture.auditor.events.filter(
      ({ eventId }) => eventId === 'restore-execute',
    );

  it('is told to the auditor step by step, as done by nobody else', async () => {
    const { body } = await fixture.request(fixture.wish());
    await fixture.until(body.id, 'succeeded');
    await fixture.portal.eventually('/restore-requests', 'engineer', () =>
      expect(told().at(-1)?.outcome).toBe('success'),
    );
    const meta = {
      id: body.id,
      requester: 'user:default/payments-owner',
      cluster: 'eu',
      veleroNamespace: 'velero',
      backup: 'nightly',
      restore: `rst-${body.id}`,
    };
    expect(
      told().map(({ result, ...event }) => [event, result?.state]),
    ).toEqual(
      [
        ['submitting', 'submitting'],
        ['submitted', 'running'],
        ['ended', 'succeeded'],
      ].map(([actionType, state]) => [
        {
          eventId: 'restore-execute',
          severityLevel: 'high',
          user: undefined,
          meta: { ...meta, actionType },
          outcome: 'success',
        },
        state,
      ]),
    );
  });

  it('is told as failed where nothing comes of it, with the reason', async () => {
    const { body } = await fixture.request(fixture.inPlace());
    fixture.cluster.objects.put(
      'namespaces',
      namespace('payments', 'group:shop'),
    );
    await fixture.decide(body.id, 'approve', 'engineer').expect(409);
    expect(told()).toMatchObject([
      {
        meta: { actionType: 'stale', id: body.id },
        outcome: 'fail',
        error: expect.stringContaining('is not proven to be yours'),
      },
    ]);
  });

  it('goes on when the auditor cannot be told', async () => {
    fixture.auditor.refused.add('restore-execute');
    const { body } = await fixture.request(fixture.wish());
    await fixture.until(body.id, 'succeeded');
    expect(told()).toEqual([]);
  });
});
