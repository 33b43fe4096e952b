import {
  NAMESPACE_OWNER_ANNOTATION,
  ownerOfObject,
  readStorageLocation,
  StoragePlace,
} from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../../clusters/ClusterConnection';
import { digestOfPlace } from '../../collect/digestOfPlace';
import { parseOwners } from '../../collect/projectNamespace';
import { ObjectQueries } from '../../store/ObjectQueries';

/**
 * Names those who can write by themselves to where a location leads: whoever has the credential of a location that leads
 * there, in whatever cluster, or to a folder around it.
 *
 * @returns the owners of each such location
 */
export async function tenantOwnersOf(
  location: KubernetesObject,
  options: {
    queries: Pick<ObjectQueries, 'locationsAt'>;
    administrators: string[];
  },
): Promise<string[][]> {
  const { queries, administrators } = options;
  const rows = await queries.locationsAt(
    placesAround(readStorageLocation(location)),
  );
  const collected = rows.map(({ doc }): KubernetesObject => JSON.parse(doc));
  const tenants = [location, ...collected]
    .flatMap(object => ownersOfTenant(object) ?? [])
    .map(owners => [...owners].sort())
    .filter(owners => !owners.some(owner => administrators.includes(owner)));
  return [...new Map(tenants.map(owners => [owners.join(), owners])).values()];
}

/** Nothing where no portal made the location for a tenant. */
function ownersOfTenant(object: KubernetesObject): [string[]] | undefined {
  const { annotations = {} } = object.metadata;
  return ownerOfObject(object)
    ? [parseOwners(annotations[NAMESPACE_OWNER_ANNOTATION])]
    : undefined;
}

/** Digests of the place and of all folders that it lies in. */
function placesAround(place: StoragePlace): string[] {
  const parts = (place.prefix ?? '').split('/').filter(Boolean);
  const prefixes = [
    place.prefix,
    ...parts.map((_, count) => parts.slice(0, count).join('/')),
  ];
  return prefixes.flatMap(prefix => digestOfPlace({ ...place, prefix }) ?? []);
}
