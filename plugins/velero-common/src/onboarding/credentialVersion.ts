import { StoreAddress, storeOf } from '../storage/storeOf';
import { isOwn, Requested } from './rules/objectIdentity';
import { secretVersionOf } from './tenantNames';
import { TenantCredential } from './TenantRequest';

const DEFAULT_NAME = 'credentials';

/** Versions of a credential that is given. */
export interface CredentialVersion {
  /** The one in use; absent when there is none. */
  current?: number;
  wanted: number;
}

/** Name under which the values of a credential travel. */
export function givenNameOf({
  given,
}: Extract<TenantCredential, { given: unknown }>): string {
  return given.name ?? DEFAULT_NAME;
}

/**
 * The version of a credential that is in use, and the one that is wanted: the same, unless the request says another or
 * the store is another one, whose credential cannot be the old one.
 */
export function credentialVersionOf(
  requested: Requested,
  credential: Extract<TenantCredential, { given: unknown }>,
  store: StoreAddress,
): CredentialVersion {
  const used = usedVersions(requested, givenNameOf(credential));
  const current = used.reduce((most, one) => Math.max(most, one.version), 0);
  const key = storeOf(store);
  const isHere = used.some(
    ({ version, place }) => version === current && storeOf(place) === key,
  );
  const next = isHere ? current : current + 1;
  return {
    ...(current > 0 && { current }),
    wanted: credential.given.version ?? next,
  };
}

function usedVersions(requested: Requested, name: string) {
  return requested.fleet.locations.flatMap(place => {
    const secret = isOwn(requested, place.owner) && place.credential?.name;
    const version = secret
      ? secretVersionOf(requested.request.tenant, name, secret)
      : undefined;
    return version === undefined ? [] : [{ version, place }];
  });
}
