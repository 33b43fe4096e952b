import { refused, warned } from '../__testUtils__/found';
import { fleet, request } from '../__testUtils__/onboardingFleet';
import { FleetSnapshot } from '../FleetSnapshot';
import { tenantMarksOf } from '../ownershipMarks';
import { planTenant } from '../planTenant';

/** A schedule of the tenant `payments` in a cluster that the request does not name. */
function scheduleOf(owner: string, portal = 'acme') {
  return {
    cluster: 'us-east',
    veleroNamespace: 'velero',
    name: 'payments--us-east--all',
    owner: tenantMarksOf({ tenant: 'payments', owner }, { portal }),
  };
}

describe('checkTenantOwner', () => {
  it.each<[string, Partial<FleetSnapshot>, string[]]>([
    ['a name that is free', {}, []],
    ['its own name', { tenantOwner: 'group:default/payments' }, []],
    ['its own in other letters', { tenantOwner: 'Group:default/Payments' }, []],
    [
      'one of another owner',
      { tenantOwner: 'group:default/shop' },
      ['name-taken tenant'],
    ],
    ['own marks', { schedules: [scheduleOf('group:default/payments')] }, []],
    [
      'marks of another owner in another cluster',
      { schedules: [scheduleOf('group:default/shop')] },
      ['name-taken tenant'],
    ],
    [
      'marks that another portal left',
      { schedules: [scheduleOf('group:default/shop', 'other')] },
      [],
    ],
    [
      'one of another owner, for an administrator who does not say so',
      { tenantOwner: 'group:default/shop', mayOnboardPlatform: true },
      ['name-taken tenant'],
    ],
  ])('of %s', (_title, parts, expected) => {
    expect(refused({}, fleet(parts))).toEqual(expected);
  });

  it.each([
    [{ tenantOwner: 'group:default/payments' }],
    [{ tenantOwner: 'group:default/shop' }],
    [{ schedules: [scheduleOf('group:default/payments')] }],
  ])('says the same to who is not of the owner with %j', parts => {
    const snapshot = fleet({ isOwner: false, ...parts });
    const { refusals } = planTenant(request(), snapshot);
    expect(refusals).toMatchObject([
      {
        code: 'name-taken',
        message: "The tenant 'payments' belongs to somebody else",
      },
    ]);
  });

  it('takes administrators for everybody', () => {
    const parts = { isOwner: false, mayOnboardPlatform: true };
    const own = { tenantOwner: 'group:default/payments' };
    expect(refused({}, fleet({ ...own, ...parts }))).toEqual([]);
  });

  const tenantOwner = 'group:default/shop';

  it('lets administrators take it over, who are warned', () => {
    const snapshot = fleet({ tenantOwner, mayOnboardPlatform: true });
    expect(refused({ takeOver: true }, snapshot)).toEqual([]);
    expect(warned({ takeOver: true }, snapshot)).toContain('name-taken-over');
  });

  it('lets nobody else take it over', () => {
    const snapshot = fleet({ tenantOwner });
    expect(refused({ takeOver: true }, snapshot)).toEqual([
      'name-taken tenant',
    ]);
  });

  it('keeps a Secret of the name from others', () => {
    const existingSecret = { name: 'payments--credentials--v1', key: 'cloud' };
    const storage = {
      provider: 'aws-s3' as const,
      values: { region: 'eu-central-1' },
      credential: { existingSecret },
    };
    expect(refused({ storage }, fleet({ tenantOwner }))).toEqual([
      'name-taken tenant',
    ]);
    expect(refused({ storage })).toEqual([]);
  });
});
