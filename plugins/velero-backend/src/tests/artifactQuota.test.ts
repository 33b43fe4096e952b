import {
  PaymentsFleet,
  startPaymentsFleet,
  untilShown,
} from '../__testUtils__/paymentsFleet';

jest.setTimeout(60_000);

const LOG = '/clusters/eu/backups/velero/first/logs';
const PER_USER = 8;

describe('files that one user reads at the same time', () => {
  let fleet: PaymentsFleet;

  beforeEach(async () => {
    fleet = await startPaymentsFleet();
    await untilShown(fleet.portal);
  });

  afterEach(() => fleet?.stop());

  it('are limited, and another user is not held up by them', async () => {
    const { portal, sandbox } = fleet;
    const { objects } = sandbox.cluster('eu');
    const untilAsked = async (count: number) => {
      while (objects.list('downloadrequests').length !== count) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    };
    // No Velero answers here, so these wait.
    const waiting = Array.from({ length: PER_USER }, () =>
      portal.get(LOG, 'payments-owner'),
    );
    const ended = waiting.map(request => request.catch(() => undefined));
    await untilAsked(PER_USER);

    const refused = await portal.get(LOG, 'payments-owner');
    expect(refused.status).toBe(429);
    expect(refused.body.error).toMatchObject({
      reason: 'too-many',
      message: expect.stringMatching(/reading 8 logs or lists.*try again/),
    });
    const engineer = portal.get(LOG, 'engineer');
    ended.push(engineer.catch(() => undefined));
    await untilAsked(PER_USER + 1);

    // Whoever goes away gives the place back, and leaves nothing in the cluster.
    [...waiting, engineer].forEach(request => request.abort());
    await Promise.all(ended);
    await untilAsked(0);
    const again = portal.get(LOG, 'payments-owner');
    const end = again.catch(() => undefined);
    await untilAsked(1);
    again.abort();
    await end;
  });
});
