import { placesOverlap } from '../../storage/placesOverlap';
import { FleetLocation } from '../FleetSnapshot';
import { Finding, refusal } from '../Finding';
import {
  DraftCluster,
  DraftLocation,
  locationsOf,
  TenantDraft,
} from '../TenantDraft';
import { isOwn, isSameObject } from './objectIdentity';

interface Wanted {
  cluster: DraftCluster;
  location: DraftLocation;
}

/**
 * One writer for each place in the whole fleet, and no place within another. Two writers delete each other's backups
 * when they expire; an inner place makes the outer one unavailable.
 */
export function checkPlaces(draft: TenantDraft): Finding[] {
  const wanted = draft.clusters.flatMap(cluster =>
    locationsOf(cluster).map(location => ({ cluster, location })),
  );
  return wanted
    .filter(({ location }) => location.storage.provider)
    .flatMap((one, index) => [
      ...draft.fleet.locations.flatMap(other =>
        againstFleet(draft, one, other),
      ),
      ...wanted.slice(0, index).flatMap(other => againstPlan(one, other)),
    ]);
}

function againstFleet(
  draft: TenantDraft,
  { cluster, location }: Wanted,
  other: FleetLocation,
): Finding[] {
  const overlap = placesOverlap(location.place, other);
  if (!overlap || isSameObject(other, cluster, location.name)) {
    return [];
  }
  const title = `storage location ${other.veleroNamespace}/${other.name} of cluster ${other.cluster}`;
  if (overlap !== 'equal') {
    return [nested(location, title, location.prefix === '' || !other.prefix)];
  }
  const isBeside = other.cluster === cluster.name;
  if (location.role === 'read') {
    return readProblem(draft, location, other, isBeside, title);
  }
  if (other.accessMode === 'ReadWrite') {
    return [taken(location, `${title} writes there already`)];
  }
  if (isBeside) {
    return [doubled(location, title)];
  }
  return other.owner && !isOwn(draft, other.owner)
    ? [foreign(location, `${title}, of another tenant, reads there`)]
    : [];
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
  const isWriters =
    other.accessMode === 'ReadOnly' ||
    isOwn(draft, other.owner) ||
    draft.clusters.some(({ own, ...writer }) =>
      isSameObject(other, writer, own.name),
    );
  return isWriters
    ? []
    : [foreign(location, `${title}, which is not the tenant’s, writes there`)];
}

/** Two clusters of one request. */
function againstPlan(one: Wanted, other: Wanted): Finding[] {
  const isBeside = one.cluster === other.cluster;
  const bothWrite =
    one.location.role === 'own' && other.location.role === 'own';
  // What a cluster reads is, by its nature, what another one writes.
  const overlap = placesOverlap(one.location.place, other.location.place);
  if (!overlap) {
    return [];
  }
  const title = `the backups of cluster ${other.location.of}`;
  if (overlap !== 'equal') {
    const isRoot = !one.location.prefix || !other.location.prefix;
    return isBeside || bothWrite ? [nested(one.location, title, isRoot)] : [];
  }
  if (bothWrite) {
    return [
      taken(
        one.location,
        `cluster ${other.cluster.name} is to write there, too`,
      ),
    ];
  }
  return isBeside ? [doubled(one.location, title)] : [];
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
    `${placeText(place)} would be in the cluster twice, beside ${title}`,
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
