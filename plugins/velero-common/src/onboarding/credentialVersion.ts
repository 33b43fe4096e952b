import { storeOf } from '../storage/storeOf';
import { isOwn } from './rules/objectIdentity';
import { DraftStorage, locationsOf, TenantDraft } from './TenantDraft';
import { secretVersionOf } from './tenantNames';
import { TenantCredential } from './TenantRequest';

const DEFAULT_NAME = 'credentials';

const FIRST = 1;

/** Name under which the values of a credential travel. */
export function givenNameOf({
  given,
}: Extract<TenantCredential, { given: unknown }>): string {
  return given.name ?? DEFAULT_NAME;
}

/**
 * The version of a credential that is in use, and the one that is wanted: the same, unless the request says another or
 * the storage is another one, whose credential cannot be the old one.
 */
export function credentialVersionOf(
  draft: TenantDraft,
  storage: DraftStorage,
): { current?: number; version: number } {
  const { credential } = storage;
  const used = usedVersions(draft, storage);
  const current = used.reduce((most, one) => Math.max(most, one.version), 0);
  const asked = 'given' in credential ? credential.given.version : undefined;
  const isHere = used.some(one => one.version === current && one.isHere);
  const next = isHere ? current : current + FIRST;
  return { version: asked ?? next, ...(current > 0 && { current }) };
}

function usedVersions(draft: TenantDraft, storage: DraftStorage) {
  const { credential } = storage;
  if (!('given' in credential)) {
    return [];
  }
  const name = givenNameOf(credential);
  const wanted = draft.clusters
    .flatMap(locationsOf)
    .filter(location => location.storage === storage);
  return draft.fleet.locations.flatMap(location => {
    const version =
      isOwn(draft, location.owner) && location.credential
        ? secretVersionOf(draft.request.tenant, name, location.credential.name)
        : undefined;
    const store = storeOf(location);
    const isHere = wanted.some(({ place }) => storeOf(place) === store);
    return version === undefined ? [] : [{ version, isHere }];
  });
}
