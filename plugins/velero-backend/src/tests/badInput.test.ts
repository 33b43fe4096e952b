import { Sandbox } from 'velero-sandbox';
import {
  backup,
  BACKUPS,
  PaymentsFleet,
  startPaymentsFleet,
  untilShown,
} from '../__testUtils__/paymentsFleet';
import { TestPortal } from '../__testUtils__/startPortal';

describe('bad input', () => {
  let fleet: PaymentsFleet;
  let sandbox: Sandbox;
  let portal: TestPortal;

  beforeEach(async () => {
    fleet = await startPaymentsFleet();
    ({ sandbox, portal } = fleet);
    await untilShown(portal);
  });

  afterEach(() => fleet?.stop());

  it.each([
    [`${BACKUPS}?limit=0`, 400, /limit/],
    [`${BACKUPS}?limit=201`, 400, /limit/],
    [`${BACKUPS}?limit=many`, 400, /limit/],
    [`${BACKUPS}?cursor=nonsense`, 400, /'cursor' is not a cursor/],
    [`${BACKUPS}?cursor=e30`, 400, /'cursor' is not a cursor/],
    [`${BACKUPS}?phases=Completed`, 400, /phases/],
    [`${BACKUPS}?phase=`, 400, /phase/],
    [`${BACKUPS}?phase=%00`, 400, /phase/],
    ['/clusters/eu/backups/velero/a%00b', 400, /name/],
    [`${BACKUPS}?cluster=mars`, 400, /'mars'.*eu/],
    [
      '/entities/by-name/component/default/nobody/backups',
      404,
      /'component:default\/nobody'/,
    ],
    [
      '/entities/by-name/component/default/plain/backups',
      404,
      /velero.io\/namespaces: '<cluster>\/<namespace>'/,
    ],
    [
      '/entities/by-name/component/default/broken/backups',
      400,
      /entry 'eu', expected '<cluster>\/<namespace>'/,
    ],
    ['/clusters/mars/backups/velero/first', 404, /'mars'/],
    ['/clusters/eu/backups/velero/none', 404, /'none'/],
  ])('%s: %d', async (path, status, message) => {
    const response = await portal.get(path, 'payments-owner');
    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(message);
  });

  it('takes a cursor for the list that gave it and no other', async () => {
    sandbox.cluster('eu').objects.put('backups', backup('second'));
    const { body } = await portal.eventually(
      `${BACKUPS}?limit=1`,
      'payments-owner',
      response => expect(response.body.totalItems).toBe(2),
    );
    const cursor = body.pageInfo.nextCursor;
    const next = await portal.get(
      `${BACKUPS}?limit=1&cursor=${cursor}`,
      'payments-owner',
    );
    expect([body.items[0].name, next.body.items[0].name].sort()).toEqual([
      'first',
      'second',
    ]);
    expect(next.body.pageInfo).toEqual({});
    const filters = 'schedule=eu-all&phase=Completed';
    const filtered = await portal.get(
      `${BACKUPS}?limit=1&${filters}`,
      'payments-owner',
    );
    const reordered = await portal.get(
      `${BACKUPS}?phase=Completed&schedule=eu-all&limit=1&cursor=${filtered.body.pageInfo.nextCursor}`,
      'payments-owner',
    );
    expect(reordered.status).toBe(200);
    const other = await portal.get(
      `${BACKUPS}?limit=1&phase=Completed&cursor=${cursor}`,
      'payments-owner',
    );
    expect(other.status).toBe(400);
    expect(other.body.error.message).toMatch(/other filters/);
  });

  it('shows odd backups as far as it can, and everything else as ever', async () => {
    const { objects } = sandbox.cluster('eu');
    const spec = { includedNamespaces: ['payments'] };
    const odd = (name: string, fields: object) =>
      objects.put('backups', {
        metadata: { name, namespace: 'velero' },
        spec,
        ...fields,
      });
    odd('unknown-phase', { status: { phase: 'Levitating' } });
    odd('no-status', { status: undefined });
    odd('no-time', {
      status: { startTimestamp: 'yesterday', warnings: 'x' },
    });
    odd('many-labels', {
      metadata: {
        name: 'many-labels',
        namespace: 'velero',
        labels: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, i) => [
            `label-${i}`,
            'x'.repeat(90),
          ]),
        ),
      },
      status: { phase: 'Completed' },
    });
    odd('null-spec', { spec: null, status: { phase: 'a\u0000b' } });
    const { body } = await portal.eventually(
      BACKUPS,
      'payments-owner',
      response => expect(response.body.totalItems).toBe(6),
    );
    const found = new Map<string, { lifecycle: string; phase: string }>(
      body.items.map((item: { name: string }) => [item.name, item]),
    );
    expect(found.get('unknown-phase')).toMatchObject({
      phase: 'Levitating',
      lifecycle: 'running',
    });
    expect(found.get('no-status')).toMatchObject({ lifecycle: 'waiting' });
    expect(found.get('no-time')).not.toHaveProperty('startedAt');
    expect(found.get('many-labels')).toMatchObject({ outcome: 'ok' });
    expect(found.get('null-spec')).toMatchObject({ shared: true });
  });
});
