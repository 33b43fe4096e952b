import { asFleetLocations } from './__testUtils__/asFleetLocations';
import { fleet, request } from './__testUtils__/onboardingFleet';
import { FleetLocation } from './FleetSnapshot';
import { planTenant } from './planTenant';
import { TenantCredential } from './TenantRequest';

const [OWN] = asFleetLocations(planTenant(request(), fleet()).plan!);

/** Secrets that a plan removes which takes another credential. */
function removedBy(credential: TenantCredential, others: FleetLocation[] = []) {
  const storage = { ...request().storage, credential };
  const snapshot = fleet({ locations: [OWN, ...others] });
  return planTenant(request({ storage }), snapshot).plan!.clusters[0]
    .oldSecrets;
}

describe('the plan of another credential', () => {
  const V1 = 'payments--credentials--v1';

  it.each<[string, TenantCredential, string[]]>([
    ['the next version', { given: { version: 2 } }, [V1]],
    ['the same version', { given: {} }, []],
    [
      'a Secret that is there',
      { existingSecret: { name: 'payments--own', key: 'cloud' } },
      [V1],
    ],
    [
      'the same Secret, as one that is there',
      { existingSecret: { name: V1, key: 'cloud' } },
      [],
    ],
  ])(
    'names the Secrets that it removes: %s',
    (_title, credential, expected) => {
      expect(removedBy(credential)).toEqual(expected);
    },
  );

  it('keeps a Secret that another location uses', () => {
    const other = { ...OWN, name: 'mine', prefix: 'mine', owner: undefined };
    expect(removedBy({ given: { version: 2 } }, [other])).toEqual([]);
  });
});
