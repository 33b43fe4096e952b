import {
  asFleetLocations,
  asFleetSchedules,
} from './__testUtils__/asFleetLocations';
import { refused } from './__testUtils__/found';
import { fleet, request } from './__testUtils__/onboardingFleet';
import { planOf } from './__testUtils__/planOf';
import { isSameOwner, ownerOfObject, tenantMarksOf } from './ownershipMarks';
import { planTenant } from './planTenant';

/** Two groups that have one mark, as anybody finds them in half a minute. */
const ONE = 'group:default/pay.__.--__._._..-.--_-__--.____---_..-.-_-team';
const OTHER = 'group:default/pay-___---__-_-_._..-___._.---.._.-....----team';

function marksOf(owner: string) {
  return tenantMarksOf({ tenant: 'payments', owner }, { portal: 'acme' });
}

function madeFor(owner: string) {
  const plan = planOf({ owner });
  return {
    locations: asFleetLocations(plan),
    schedules: asFleetSchedules(plan),
  };
}

describe('isSameOwner', () => {
  const object = planOf().clusters[0].locations[0].object;
  const own = marksOf('group:default/payments');

  function objectOf(annotations: Record<string, string> | undefined) {
    return { ...object, metadata: { ...object.metadata, annotations } };
  }

  it('is true for what the portal made', () => {
    expect(isSameOwner(ownerOfObject(object), own)).toBe(true);
  });

  it('tells no upper case from lower case, as the catalog', () => {
    const written = objectOf({
      'backstage.io/owner': 'Group:default/Payments',
    });
    expect(isSameOwner(ownerOfObject(written), own)).toBe(true);
  });

  it.each([
    [undefined],
    [{}],
    [{ 'backstage.io/owner': '' }],
    [{ 'backstage.io/owner': 'group:default/shop' }],
  ])('is false for the same mark with the annotations %j', annotations => {
    const marks = ownerOfObject(objectOf(annotations));
    expect(marks?.owner).toBe(own.owner);
    expect(isSameOwner(marks, own)).toBe(false);
  });

  it('is false for two objects that name nobody', () => {
    const marks = ownerOfObject(objectOf({}));
    expect(isSameOwner(marks, marks)).toBe(false);
  });
});

describe('two owners with one mark', () => {
  it('have the same labels, which stay as they are on clusters', () => {
    expect(marksOf(ONE).owner).toBe(marksOf(OTHER).owner);
  });

  it('do not get what was made for the other', () => {
    const parts = {
      owner: OTHER,
      schedules: { all: { enabled: false } },
    };
    const { refusals } = planTenant(request(parts), fleet(madeFor(ONE)));
    const found = refusals.map(({ code, field }) => `${code} ${field}`);
    expect([...new Set(found)]).toEqual([
      'name-taken tenant',
      'name-taken clusters[0].cluster',
    ]);
  });

  it('get what was made for themselves', () => {
    expect(refused({ owner: ONE }, fleet(madeFor(ONE)))).toEqual([]);
  });
});
