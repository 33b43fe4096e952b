import { prefixesOverlap } from '../../storage/placesOverlap';
import { bucketKeyOf, possibleBucketKeysOf } from '../../storage/storagePlace';
import { FleetLocation } from '../FleetSnapshot';
import { Finding, refusal } from '../../input/Finding';
import {
  DraftCluster,
  DraftLocation,
  locationsOf,
  TenantDraft,
} from '../TenantDraft';
import { isIn, isOwn, isSameObject } from './objectIdentity';

interface Wanted {
  cluster: DraftCluster;
  location: DraftLocation;
  /** Equal for places in one bucket. */
  bucketKey: string;
  /** Of the bucket, and of those that may be the same one. */
  possibleKeys: string[];
}

/**
 * One writer for each place in the whole fleet, and no place within another. Two writers delete each other's backups
 * when they expire; an inner place makes the outer one unavailable.
 */
export function checkPlaces(draft: TenantDraft): Finding[] {
  const existing = byBucket(draft.fleet.locations);
  const wanted = draft.clusters.map(wantedOf);
  const writers = wanted
    .flat()
    .filter(({ location }) => location.role === 'own');
  return [
    ...wanted
      .flat()
      .flatMap(one =>
        one.possibleKeys
          .flatMap(key => existing.get(key) ?? [])
          .flatMap(other => againstFleet(draft, one, other)),
      ),
    ...pairsOf(writers).flatMap(againstWriter),
    ...wanted.flatMap(locations => pairsOf(locations).flatMap(againstBeside)),
  ];
}

function wantedOf(cluster: DraftCluster): Wanted[] {
  return locationsOf(cluster).flatMap(location => {
    const possibleKeys = location.storage.provider
      ? possibleBucketKeysOf(location.place)
      : [];
    const [bucketKey] = possibleKeys;
    return bucketKey ? [{ cluster, location, bucketKey, possibleKeys }] : [];
  });
}

/** Fleets are large, and most locations are in other buckets. */
function byBucket(locations: FleetLocation[]): Map<string, FleetLocation[]> {
  const found = new Map<string, FleetLocation[]>();
  for (const location of locations) {
    const key = bucketKeyOf(location);
    if (key) {
      found.set(key, [...(found.get(key) ?? []), location]);
    }
  }
  return found;
}

/** Each two of them that are in one bucket. */
function pairsOf(all: Wanted[]): Array<[Wanted, Wanted]> {
  return all.flatMap((one, index) =>
    all
      .slice(0, index)
      .filter(({ bucketKey }) => bucketKey === one.bucketKey)
      .map((other): [Wanted, Wanted] => [one, other]),
  );
}

function againstFleet(
  draft: TenantDraft,
  { cluster, location }: Wanted,
  other: FleetLocation,
): Finding[] {
  const overlap = prefixesOverlap(location.prefix, other.prefix);
  if (!overlap || isSameObject(other, cluster, location.name)) {
    return [];
  }
  const title = titleFor(draft, other);
  if (overlap !== 'equal') {
    return [nested(location, title, location.prefix === '' || !other.prefix)];
  }
  const isBeside = isIn(cluster)(other);
  if (location.role === 'read') {
    return readProblem(draft, location, other, isBeside, title);
  }
  if (other.accessMode === 'ReadWrite') {
    return [taken(location, `${title} writes there already`)];
  }
  if (isBeside) {
    return [doubled(location, title)];
  }
  return other.owner && !isTenants(draft, other)
    ? [foreign(location, `${title} reads there`)]
    : [];
}

/** A tenant learns that a place is taken, but not by whom. */
function titleFor(draft: TenantDraft, other: FleetLocation): string {
  const { veleroNamespace, name, cluster, owner } = other;
  return draft.fleet.mayOnboardPlatform || isOwn(draft, owner)
    ? `storage location ${veleroNamespace}/${name} of cluster ${cluster}`
    : 'a storage location of somebody else';
}

function readProblem(
  draft: TenantDraft,
  location: DraftLocation,
  other: FleetLocation,
  isBeside: boolean,
  title: string,
): Finding[] {
  if (isBeside) {
    return [doubled(location, title)];
  }
  if (other.accessMode === 'ReadOnly') {
    // What a cluster of the request writes is the tenant's, whoever reads it.
    return !location.replica || isTenants(draft, other)
      ? []
      : [foreign(location, `${title} reads there`)];
  }
  const isWriters =
    isOwn(draft, other.owner) ||
    draft.clusters.some(({ own, ...writer }) =>
      isSameObject(other, writer, own.name),
    );
  return isWriters ? [] : [foreign(location, `${title} writes there`)];
}

/** What bears no mark may be a replica of anybody's; an administrator may take it over, as what another owner left. */
function isTenants(draft: TenantDraft, { owner }: FleetLocation): boolean {
  const { request, fleet } = draft;
  const takesOver = request.takeOver && fleet.mayOnboardPlatform;
  return takesOver || isOwn(draft, owner);
}

/** Two clusters of one request must not write to one place. */
function againstWriter([one, other]: [Wanted, Wanted]): Finding[] {
  const overlap = prefixesOverlap(one.location.prefix, other.location.prefix);
  if (overlap !== 'equal') {
    return overlap ? [nestedInPlan(one, other)] : [];
  }
  const why = `cluster ${other.cluster.name} is to write there, too`;
  return [taken(one.location, why)];
}

/** Two locations of one Velero must not lead to one place. */
function againstBeside([one, other]: [Wanted, Wanted]): Finding[] {
  const overlap = prefixesOverlap(one.location.prefix, other.location.prefix);
  if (overlap !== 'equal') {
    return overlap ? [nestedInPlan(one, other)] : [];
  }
  return [doubled(one.location, titleOf(other))];
}

function nestedInPlan(one: Wanted, other: Wanted): Finding {
  const isRoot = !one.location.prefix || !other.location.prefix;
  return nested(one.location, titleOf(other), isRoot);
}

function titleOf({ location }: Wanted): string {
  return `the backups of cluster ${location.of}`;
}

function taken({ prefixPath, place }: DraftLocation, why: string): Finding {
  return refusal(
    'place-taken',
    prefixPath,
    `${placeText(place)} is taken: ${why}`,
    'Choose another prefix or bucket: each cluster writes to a place of its own, and others read it',
  );
}

function doubled({ prefixPath, place }: DraftLocation, title: string): Finding {
  return refusal(
    'place-doubled',
    prefixPath,
    `${placeText(place)} would be in one Velero twice, beside ${title}`,
    'Choose another prefix or bucket, or remove the other location: Velero shows each backup at one of them only',
  );
}

function foreign({ prefixPath, place }: DraftLocation, why: string): Finding {
  return refusal(
    'place-foreign',
    prefixPath,
    `${placeText(place)} is shared: ${why}`,
    'Choose another prefix or bucket, so that nobody reads the backups of others',
  );
}

function nested(
  { prefixPath, place }: DraftLocation,
  title: string,
  isRoot: boolean,
): Finding {
  return isRoot
    ? refusal(
        'bucket-root',
        prefixPath,
        `${placeText(
          place,
        )} cannot be beside ${title}: one of them is the root of the bucket`,
        'Give every location of a shared bucket a prefix, or choose another bucket; at the root Velero takes the other folder for a mistake',
      )
    : refusal(
        'place-nested',
        prefixPath,
        `${placeText(place)} and ${title} lie within each other`,
        'Choose a prefix that neither contains the other nor lies within it',
      );
}

function placeText({ bucket, prefix }: DraftLocation['place']): string {
  return prefix
    ? `Prefix '${prefix}' of bucket '${bucket}'`
    : `Bucket '${bucket}'`;
}
