import {
  FleetLocation,
  FleetSnapshot,
  manifestsOf,
  objectsOfPlan,
  parseCron,
  parseGoDuration,
  placesOverlap,
  planTenant,
  readFleetLocation,
  readTenantRequest,
  TenantPlan,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import fc from 'fast-check';
import { veleroObjectProblems } from 'velero-sandbox';
import {
  fleetWith,
  tenantNames,
  tenantRequests,
} from './__testUtils__/arbitraryTenants';

const RUNS = { numRuns: 300, seed: 20261129 };

/** Some texts in a request that nobody would write, or hardly any, so that most requests lead to a plan. */
const ODD = tenantRequests(4);
const FINE = tenantRequests(0);

/** The plan of a request, or nothing when it is refused; a refusal says why and what to do. */
function expectAnswer(
  input: unknown,
  fleet: FleetSnapshot,
): TenantPlan | undefined {
  const { request, refusals } = readTenantRequest(input);
  const result = request ? planTenant(request, fleet) : { refusals };
  const plan = 'plan' in result ? result.plan : undefined;
  expect(Boolean(plan)).toBe(result.refusals.length === 0);
  for (const { field, message, remedy } of result.refusals) {
    expect(typeof field).toBe('string');
    expect(message.length * remedy.length).toBeGreaterThan(0);
    expect(message.length).toBeLessThan(1_000);
  }
  return plan;
}

function locationsAfter({ clusters }: TenantPlan): FleetLocation[] {
  return clusters.flatMap(({ cluster, locations }) =>
    locations.map(({ object }) => readFleetLocation(cluster, object)),
  );
}

function expectApplicable(plan: TenantPlan) {
  for (const cluster of plan.clusters) {
    for (const object of objectsOfPlan(cluster)) {
      const { name, labels } = object.metadata;
      expect(name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
      for (const label of Object.values(labels)) {
        expect(label).toMatch(/^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/);
      }
      // A plan has no content of a Secret at all.
      expect(object).not.toHaveProperty('data');
      expect(object).not.toHaveProperty('stringData');
      expect(
        object.kind === 'Secret' ? [] : veleroObjectProblems(object),
      ).toEqual([]);
    }
    for (const { object } of cluster.schedules) {
      const { schedule, template } = object.spec;
      expect(`${object.metadata.name}-20261129020000`.length).toBeLessThan(64);
      expect(parseCron(schedule).problem).toBeUndefined();
      expect(parseGoDuration(template.ttl).problem).toBeUndefined();
      expect(template.includedNamespaces.length).toBeGreaterThan(0);
      expect(template.storageLocation).toBe(
        cluster.locations[0].object.metadata.name,
      );
    }
  }
}

describe('planTenant with any input', () => {
  it('refuses what is no request', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), input => {
        expectAnswer(input, fleetWith());
      }),
      RUNS,
    );
  });

  it('refuses it, or makes objects that Kubernetes and Velero take', () => {
    let plans = 0;
    fc.assert(
      fc.property(fc.oneof(ODD, FINE), input => {
        const plan = expectAnswer(input, fleetWith());
        if (plan) {
          plans += 1;
          expectApplicable(plan);
        }
      }),
      RUNS,
    );
    // Else it would not have shown anything.
    expect(plans).toBeGreaterThan(100);
  });

  it('makes the same again, also when the first one was applied', () => {
    fc.assert(
      fc.property(FINE, input => {
        const plan = expectAnswer(input, fleetWith());
        const after = fleetWith(plan && locationsAfter(plan));
        expect(expectAnswer(input, fleetWith())).toEqual(plan);
        expect(expectAnswer(input, after)).toEqual(plan);
      }),
      RUNS,
    );
  });

  const asked = fc.tuple(FINE, FINE, tenantNames, tenantNames);

  it('never gives two tenants one place, when it knows of the first', () => {
    fc.assert(
      fc.property(asked, ([one, other, first, second]) => {
        fc.pre(first !== second);
        const before = expectAnswer({ ...one, tenant: first }, fleetWith());
        const fleet = fleetWith(before && locationsAfter(before));
        const after = expectAnswer({ ...other, tenant: second }, fleet);
        expectApart(before, after);
      }),
      RUNS,
    );
  });

  it('never gives two tenants one place by its own choice, nor one name', () => {
    let pairs = 0;
    fc.assert(
      fc.property(asked, ([one, other, first, second]) => {
        fc.pre(first !== second);
        const before = expectAnswer(
          withoutPrefixes({ ...one, tenant: first }),
          fleetWith(),
        );
        const after = expectAnswer(
          withoutPrefixes({ ...other, tenant: second }),
          fleetWith(),
        );
        pairs += before && after ? 1 : 0;
        expectApart(before, after);
        expect(sharedNames(before, after)).toEqual([]);
      }),
      RUNS,
    );
    expect(pairs).toBeGreaterThan(20);
  });

  it('repeats nothing that stands where no secret belongs', () => {
    const canary = 'wJalrXUtnFEMIcanary';
    const spoilt = fc
      .tuple(FINE, fc.nat(), fc.constantFrom('password', 'value', 'cloud'))
      .map(([request, at, key]) => {
        const copy = JSON.parse(JSON.stringify(request));
        const objects = objectsIn(copy);
        objects[at % objects.length][key] = canary;
        return copy;
      });
    fc.assert(
      fc.property(spoilt, input => {
        const { request, refusals } = readTenantRequest(input);
        const result = request
          ? planTenant(request, fleetWith())
          : { refusals };
        expect(result).not.toHaveProperty('plan');
        expect(result.refusals.length).toBeGreaterThan(0);
        expect(JSON.stringify(result)).not.toContain(canary);
      }),
      RUNS,
    );
  });

  it('writes no Secret into manifests', () => {
    fc.assert(
      fc.property(FINE, input => {
        const plan = expectAnswer(input, fleetWith());
        const files = plan
          ? manifestsOf(plan, { credential: { type: 'existing-secret' } })
          : [];
        const paths = files.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(
          files.filter(file => /^kind: Secret$/m.test(file.content)),
        ).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** Objects in a request, without those whose keys are free. */
function objectsIn(value: unknown, key = ''): Array<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || key === 'matchLabels') {
    return [];
  }
  const below = Object.entries(value).flatMap(([name, part]) =>
    objectsIn(part, name),
  );
  return Array.isArray(value)
    ? below
    : [value as Record<string, unknown>, ...below];
}

/** Prefixes that somebody chose may meet; without them each plan chooses by itself. */
function withoutPrefixes(input: object) {
  const { clusters, ...rest } = input as unknown as TenantRequest;
  return {
    ...rest,
    clusters: clusters.map(
      ({ prefix: _prefix, replicas: _replicas, ...cluster }) => cluster,
    ),
  };
}

function expectApart(before?: TenantPlan, after?: TenantPlan) {
  const places = (plan?: TenantPlan) => (plan ? locationsAfter(plan) : []);
  const writes = places(before).filter(one => one.accessMode === 'ReadWrite');
  for (const one of writes) {
    for (const other of places(after)) {
      expect(placesOverlap(one, other)).toBeUndefined();
    }
  }
}

function sharedNames(before?: TenantPlan, after?: TenantPlan): string[] {
  const names = (plan?: TenantPlan) =>
    (plan?.clusters ?? []).flatMap(cluster =>
      objectsOfPlan(cluster).map(
        ({ kind, metadata }) => `${cluster.cluster} ${kind} ${metadata.name}`,
      ),
    );
  const taken = new Set(names(before));
  return names(after).filter(name => taken.has(name));
}
