import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { veleroRestoreApprovePermission } from 'backstage-plugin-velero-common';
import { namespace } from '../__testUtils__/paymentsFleet';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

/** Refuses a permission to everybody. */
function refusing(name: string) {
  return async (asked: Array<{ permission: { name: string } }>) =>
    asked.map(({ permission }) => ({
      result:
        permission.name === name ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    })) as [];
}

describe('the checks of a request', () => {
  let fixture: RestoreRequestFixture;

  const checksOf = (id: string, user: string) =>
    fixture.portal.get(`/restore-requests/${id}/checks`, user);

  const requested = async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const { body } = await fixture.request(fixture.inPlace());
    return body.id as string;
  };

  afterEach(() => fixture?.stop());

  it('are made for whoever asked, whoever looks', async () => {
    const id = await requested();
    for (const user of ['payments-owner', 'payments-peer', 'engineer']) {
      const { status, body } = await checksOf(id, user);
      expect(status).toBe(200);
      expect(body).toMatchObject({ allow: true, stale: [] });
      // Of which the engineer owns nothing.
      expect(body.checks).toContainEqual(
        expect.objectContaining({ id: 'source', level: 'ok' }),
      );
    }
  });

  it('are for nobody who has nothing to do with it', async () => {
    const id = await requested();
    const answers = [
      await checksOf(id, 'visitor'),
      await checksOf(id, 'shop-owner'),
      await checksOf('none', 'engineer'),
      await fixture.portal.get(`/restore-requests/${id}/checks`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 401]);
  });

  it('are not for those who see the request and may not decide on it', async () => {
    const approvals = [{ from: ['platform'], count: 1 }];
    const policy = {
      id: 'one',
      destinations: { sameNamespace: { approvals } },
    };
    fixture = await RestoreRequestFixture.start({
      single: true,
      settings: { restores: { policies: [policy] } },
    });
    const { body } = await fixture.request(fixture.inPlace());
    expect(body).toMatchObject({ mayCheck: true });
    const seen = await fixture.get(body.id, 'payments-peer').expect(200);
    expect(seen.body).toMatchObject({ mayCheck: false });
    const { status } = await checksOf(body.id, 'payments-peer');
    expect(status).toBe(403);
  });

  it('say what has changed before anybody decides, and decide nothing', async () => {
    const id = await requested();
    fixture.cluster.objects.put(
      'namespaces',
      namespace('payments', 'group:shop'),
    );
    const { body } = await checksOf(id, 'engineer');
    const message =
      "Namespace 'payments' in the backup is not proven to be yours";
    expect(body.allow).toBe(false);
    expect(body.stale).toContainEqual(expect.stringContaining(message));
    const { body: request } = await fixture.get(id, 'engineer');
    expect(request.state).toBe('pending');
    const types = request.events.map(({ type }: { type: string }) => type);
    expect(types).not.toContain('stale');
  });

  it('are not made once there is nothing to decide', async () => {
    const id = await requested();
    await fixture.decide(id, 'cancel', 'payments-owner').expect(200);
    const { status, body } = await checksOf(id, 'engineer');
    expect(status).toBe(409);
    expect(body.error.message).toBe(
      `There is nothing to check about request '${id}' any more: it is cancelled`,
    );
  });

  it('are not made again and again', async () => {
    const id = await requested();
    const answers = await Promise.all(
      Array.from({ length: 61 }, () => checksOf(id, 'visitor')),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 429)).toHaveLength(1);
  });
});

describe('what somebody may do about restores', () => {
  let fixture: RestoreRequestFixture;

  afterEach(() => fixture?.stop());

  const optionsOf = async (user: string) =>
    (await fixture.portal.get('/restore-requests/options', user).expect(200))
      .body;

  it('is told to everybody of themselves', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    expect(await optionsOf('engineer')).toEqual({
      request: true,
      approve: true,
      audit: true,
      administrator: true,
      wholeBackup: true,
    });
    expect(await optionsOf('payments-owner')).toEqual({
      request: true,
      approve: true,
      audit: false,
      administrator: false,
      wholeBackup: false,
    });
    await fixture.portal.get('/restore-requests/options').expect(401);
  });

  it('is no whole backup where no policy lets one be restored', async () => {
    fixture = await RestoreRequestFixture.start({
      single: true,
      settings: {
        restores: { policies: [{ id: 'narrow', destinations: {} }] },
      },
    });
    expect(await optionsOf('engineer')).toMatchObject({
      administrator: true,
      wholeBackup: false,
    });
  });

  it('is what the permission policy grants', async () => {
    fixture = await RestoreRequestFixture.start({
      single: true,
      decide: refusing(veleroRestoreApprovePermission.name),
    });
    expect(await optionsOf('engineer')).toMatchObject({
      request: true,
      approve: false,
    });
  });
});
