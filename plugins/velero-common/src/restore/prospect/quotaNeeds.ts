import { parseQuantity } from '../../velero/parseQuantity';
import { ProspectCase } from './ProspectCase';
import { ProspectClaim, ProspectObjects } from './RestoreProspect';

/** Kinds whose number a quota may name without `count/`. */
const PLAIN = [
  'configmaps',
  'persistentvolumeclaims',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'services',
];

const CLAIMS = 'persistentvolumeclaims';
const STORAGE = 'requests.storage';
const OF_CLASS = '.storageclass.storage.k8s.io/';

/**
 * How much of a resource of a quota a restore into a namespace takes, at most: what is there already is taken off where it
 * is known.
 *
 * @param resource - as the quota names it
 * @returns nothing when nobody knows, as of what pods take that controllers make
 */
export function quotaNeedOf(
  prospectCase: ProspectCase,
  namespace: string,
  resource: string,
): number | undefined {
  const counted = countedBy(resource);
  if (counted) {
    return countIn(prospectCase, namespace, counted);
  }
  const [storageClass, rest] = resource.split(OF_CLASS);
  if (resource !== STORAGE && rest === undefined) {
    return undefined;
  }
  const claims = newClaims(prospectCase, namespace)?.filter(
    claim => rest === undefined || claim.storageClass === storageClass,
  );
  return rest === CLAIMS ? claims?.length : storageOf(claims);
}

function countedBy(resource: string): string | undefined {
  const prefix = 'count/';
  if (resource.startsWith(prefix)) {
    return resource.slice(prefix.length);
  }
  return PLAIN.includes(resource) ? resource : undefined;
}

function countIn(
  { prospect }: ProspectCase,
  namespace: string,
  resource: string,
): number | undefined {
  // Controllers make more of them than are restored.
  if (resource === 'pods') {
    return undefined;
  }
  return prospect.objects
    .filter(
      object => object.namespace === namespace && object.resource === resource,
    )
    .reduce((sum, { count, there }) => sum + count - taken(there), 0);
}

function taken({ value = [] }: ProspectObjects['there']): number {
  return value.length;
}

/** Claims that would be made in a namespace. */
function newClaims(
  { snapshot, prospect }: ProspectCase,
  namespace: string,
): ProspectClaim[] | undefined {
  const { value: archive } = prospect.archive;
  const restored = prospect.objects.find(
    object => object.namespace === namespace && object.resource === CLAIMS,
  );
  if (!restored) {
    return [];
  }
  const pair = snapshot.pairs.find(({ target }) => target.name === namespace);
  return archive?.isWhole
    ? archive.claims.filter(
        claim =>
          claim.namespace === (pair?.source ?? namespace) &&
          !restored.there.value?.includes(claim.name),
      )
    : undefined;
}

function storageOf(claims: ProspectClaim[] | undefined): number | undefined {
  const sizes = claims?.map(({ request = '' }) => parseQuantity(request));
  return sizes?.reduce(
    (sum: number | undefined, size) =>
      sum === undefined || size === undefined ? undefined : sum + size,
    0,
  );
}
