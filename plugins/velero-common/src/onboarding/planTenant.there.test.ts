import {
  asFleetLocations,
  asFleetSchedules,
} from './__testUtils__/asFleetLocations';
import { BOTH, fleet, request } from './__testUtils__/onboardingFleet';
import { planOf } from './__testUtils__/planOf';
import { planTenant } from './planTenant';
import { TenantRequest } from './TenantRequest';

describe('planTenant, with what is there already', () => {
  it('changes nothing when it was applied', () => {
    const plan = planOf({ clusters: BOTH });
    const after = fleet({
      locations: asFleetLocations(plan),
      schedules: asFleetSchedules(plan),
    });
    expect(planOf({ clusters: BOTH }, after)).toEqual(plan);
  });

  it('says what an earlier plan made and this one leaves out', () => {
    const plan = planOf({ clusters: BOTH });
    const after = fleet({
      locations: asFleetLocations(plan),
      schedules: asFleetSchedules(plan),
    });
    const parts = {
      clusters: [BOTH[0]],
      schedules: { secrets: { enabled: false } },
    };
    expect(planOf(parts, after).clusters[0].obsolete).toEqual([
      { kind: 'Schedule', name: 'payments--eu-west--secrets' },
      { kind: 'BackupStorageLocation', name: 'payments--us-east' },
    ]);
    expect(planTenant(request(parts), after).warnings).toContainEqual(
      expect.objectContaining({ code: 'no-longer-wanted' }),
    );
  });

  it('makes another Secret for another version, and for another store', () => {
    const plan = planOf();
    const after = fleet({ locations: asFleetLocations(plan) });
    const secretOf = (storage: Partial<TenantRequest['storage']>) =>
      planOf({ storage: { ...request().storage, ...storage } }, after)
        .clusters[0].credentials[0].object.metadata.name;
    expect(secretOf({ credential: { given: { version: 4 } } })).toBe(
      'payments--credentials--v4',
    );
    expect(
      secretOf({ provider: 'hetzner', values: { location: 'fsn1' } }),
    ).toBe('payments--credentials--v2');
  });

  it('takes over what somebody else made only when an administrator says so', () => {
    const [location] = asFleetLocations(planOf());
    const snapshot = fleet({ locations: [{ ...location, owner: undefined }] });
    const refusals = [{ code: 'name-taken', field: 'clusters[0].cluster' }];
    const taking = request({ takeOver: true });
    expect(planTenant(request(), snapshot).refusals).toMatchObject(refusals);
    expect(planTenant(taking, snapshot).refusals).toMatchObject(refusals);
    expect(
      planTenant(taking, { ...snapshot, mayOnboardPlatform: true }).warnings,
    ).toContainEqual(expect.objectContaining({ code: 'name-taken-over' }));
  });

  it('gives a tenant to its owner only', () => {
    const locations = asFleetLocations(planOf());
    const { refusals } = planTenant(
      request({ owner: 'group:default/shop' }),
      fleet({ locations }),
    );
    expect(refusals.map(({ code }) => code)).toContain('name-taken');
    const written = request({ owner: 'Group:Default/Payments' });
    expect(planTenant(written, fleet({ locations })).refusals).toEqual([]);
  });

  it('says nothing of what the owner has to who is not of it', () => {
    const plan = planOf({ clusters: BOTH });
    const there = fleet({
      locations: asFleetLocations(plan).map(location => ({
        ...location,
        prefix: 'before',
      })),
      schedules: asFleetSchedules(plan),
      isOwner: false,
    });
    const schedules = { secrets: { enabled: false } };
    const { warnings, refusals } = planTenant(request({ schedules }), there);
    expect(warnings).toEqual(
      planTenant(request({ schedules }), fleet()).warnings,
    );
    expect(new Set(refusals.map(({ code }) => code))).toEqual(
      new Set(['name-taken']),
    );
  });

  it('says that a location leads elsewhere from now on', () => {
    const [location] = asFleetLocations(planOf());
    const { warnings } = planTenant(
      request(),
      fleet({ locations: [{ ...location, prefix: 'before' }] }),
    );
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'place-moves' }),
    );
  });
});
