import {
  backup,
  BACKUPS,
  PaymentsFleet,
  startPaymentsFleet,
  untilShown,
} from '../__testUtils__/paymentsFleet';

describe('backups that are not finished', () => {
  let fleet: PaymentsFleet;

  beforeEach(async () => {
    fleet = await startPaymentsFleet();
    await untilShown(fleet.portal);
  });

  afterEach(() => fleet?.stop());

  const untilListed = (names: string[]) =>
    fleet.portal.eventually(
      `${BACKUPS}?unfinished=true`,
      'payments-owner',
      ({ body }) =>
        expect(body).toMatchObject({
          items: names.map(name => ({ name })),
          totalItems: names.length,
        }),
    );

  it('are listed by themselves, until they end', async () => {
    const { objects } = fleet.sandbox.cluster('eu');
    const put = (name: string, phase: string) =>
      objects.put('backups', backup(name, { status: { phase } }));
    await untilListed([]);
    put('waits', '');
    put('queued', 'Queued');
    put('runs', 'InProgress');
    put('of-a-newer-server', 'Pondering');
    put('going', 'Deleting');
    put('ended', 'PartiallyFailed');
    await untilListed(['waits', 'runs', 'queued', 'of-a-newer-server']);
    for (const name of ['waits', 'queued', 'of-a-newer-server']) {
      put(name, 'Completed');
    }
    await untilListed(['runs']);
  });

  it('can only be asked for, not left out', async () => {
    const { status, body } = await fleet.portal.get(
      `${BACKUPS}?unfinished=false`,
      'payments-owner',
    );
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/unfinished/);
  });
});
