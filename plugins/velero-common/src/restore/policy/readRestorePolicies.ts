import { Finding, quoted, Refusal } from '../../input/Finding';
import { StrictReader } from '../../input/StrictReader';
import { defaultRestorePolicy } from './defaultRestorePolicy';
import { readDestinations, readDestinationRule } from './readDestinations';
import { normalizedRef } from './normalizedRef';
import { PolicyValues } from './PolicyValues';
import {
  PolicyDrills,
  PolicyKinds,
  PolicyLimits,
  PolicyMatch,
  PolicySources,
  QuietHours,
  RestoreDestinations,
  RestorePolicy,
} from './RestorePolicy';

const MAXIMUM_POLICIES = 50;
const MAXIMUM_ENTRIES = 200;

/** A star may stand for any part of a reference. */
const OWNER = /^(?=.*[:*])(?=.*[/*])\S+$/;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Reads the policies of a configuration strictly: a word that is not understood may have been meant to forbid something.
 *
 * @returns the policies, the default one where none is configured; or all that is wrong with them
 * @public
 */
export function readRestorePolicies(
  input: unknown,
):
  | { policies: RestorePolicy[]; refusals: [] }
  | { policies?: undefined; refusals: Refusal[] } {
  if (input === undefined) {
    return { policies: [defaultRestorePolicy], refusals: [] };
  }
  const findings: Finding[] = [];
  const reader = new StrictReader({ policies: input }, '', findings);
  const policies =
    reader.list('policies', MAXIMUM_POLICIES, (item, path) => {
      const below = reader.at(item, path);
      return below.done(readPolicy(below));
    }) ?? [];
  refuseRepeated(reader, policies);
  const refusals = findings.flatMap(({ refusal }) => refusal ?? []);
  return refusals.length > 0 ? { refusals } : { policies, refusals: [] };
}

function readPolicy(reader: StrictReader): RestorePolicy {
  const usual = defaultRestorePolicy;
  const values = new PolicyValues(reader);
  const title = reader.text('title');
  const destinations =
    reader.below('destinations', readDestinations) ?? usual.destinations;
  return {
    id: values.name('id'),
    ...(title && { title }),
    match: reader.below('match', readMatch) ?? {},
    sources: reader.below('sources', readSources) ?? usual.sources,
    destinations,
    kinds: reader.below('kinds', readKinds) ?? usual.kinds,
    drills: readDrills(reader, destinations),
    volumes: reader.flag('volumes') ?? usual.volumes,
    existing: reader.below('existing', readExisting) ?? usual.existing,
    hooks: reader.flag('hooks') ?? usual.hooks,
    modifiers: reader.texts('modifiers', MAXIMUM_ENTRIES) ?? usual.modifiers,
    limits: reader.below('limits', readLimits) ?? usual.limits,
    quietHours: readQuietHours(reader),
    expiry: values.duration('expiry', [5 * MINUTE, 30 * DAY]) ?? usual.expiry,
    window: values.duration('window', [MINUTE, DAY]) ?? usual.window,
  };
}

function readMatch(reader: StrictReader): PolicyMatch {
  const lists = {
    clusters: reader.texts('clusters', MAXIMUM_ENTRIES),
    namespaces: reader.texts('namespaces', MAXIMUM_ENTRIES),
    owners: readOwners(reader),
    annotations: reader.textMap('annotations'),
  };
  return Object.fromEntries(
    Object.entries(lists).filter(([, value]) => value !== undefined),
  );
}

/** A pattern that fits nobody would have a laxer policy decide without a word. */
function readOwners(reader: StrictReader): string[] | undefined {
  const owners = reader.texts('owners', MAXIMUM_ENTRIES);
  for (const owner of owners?.filter(text => !OWNER.test(text)) ?? []) {
    const path = reader.pathOf('owners');
    reader.refuse(
      'not-allowed',
      path,
      `${quoted(owner)} is no full reference, nor a pattern of some`,
      "Write it like 'group:default/payments' or 'group:default/*'",
    );
  }
  return owners?.map(normalizedRef);
}

function readSources(reader: StrictReader): PolicySources {
  const usual = defaultRestorePolicy.sources;
  const values = new PolicyValues(reader);
  const maximumAge = values.duration('maximumAge', [MINUTE, 3_650 * DAY]);
  return {
    ...(maximumAge !== undefined && { maximumAge }),
    partiallyFailed: reader.flag('partiallyFailed') ?? usual.partiallyFailed,
    tenantStorage:
      reader.choice('tenantStorage', ['refuse', 'strict', 'trust'] as const) ??
      usual.tenantStorage,
  };
}

/** What is excluded is excluded in addition to nothing: whoever writes the list writes all of it. */
function readKinds(reader: StrictReader): PolicyKinds {
  const usual = defaultRestorePolicy.kinds;
  const values = new PolicyValues(reader);
  return {
    clusterScoped: values.kinds('clusterScoped') ?? usual.clusterScoped,
    excluded: values.kinds('excluded') ?? usual.excluded,
  };
}

/** Whoever lets nobody make new namespaces without asking has not meant drills to, unless it is said. */
function readDrills(
  reader: StrictReader,
  { newNamespace }: RestoreDestinations,
): PolicyDrills {
  const usual = {
    allowed: newNamespace?.approvals.length === 0,
    workloads: defaultRestorePolicy.drills.workloads,
  };
  return (
    reader.below('drills', below => ({
      allowed: below.flag('allowed') ?? usual.allowed,
      workloads: below.flag('workloads') ?? usual.workloads,
    })) ?? usual
  );
}

function readExisting(reader: StrictReader): RestorePolicy['existing'] {
  const update = reader.below('update', below =>
    readDestinationRule(below, [{ from: ['platform'], count: 1 }]),
  );
  return update ? { update } : {};
}

function readLimits(reader: StrictReader): PolicyLimits {
  const usual = defaultRestorePolicy.limits;
  return {
    openPerUser: reader.count('openPerUser') ?? usual.openPerUser,
    perNamespaceAndDay:
      reader.count('perNamespaceAndDay') ?? usual.perNamespaceAndDay,
    runningPerCluster:
      reader.count('runningPerCluster') ?? usual.runningPerCluster,
  };
}

function readQuietHours(reader: StrictReader): QuietHours[] {
  return (
    reader.list('quietHours', MAXIMUM_ENTRIES, (item, path) => {
      const below = reader.at(item, path);
      const values = new PolicyValues(below);
      return below.done(values.quietHours());
    }) ?? []
  );
}

function refuseRepeated(reader: StrictReader, policies: RestorePolicy[]) {
  policies.forEach(({ id }, index) => {
    const first = policies.findIndex(policy => policy.id === id);
    if (first < index) {
      reader.refuse(
        'repeated',
        `policies[${index}].id`,
        `Two policies are called '${id}'`,
        'Give each an id of its own',
      );
    }
  });
}
