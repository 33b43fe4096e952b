import { CredentialReference } from './ManifestOptions';

export type ExternalReference = Extract<
  CredentialReference,
  { type: 'external-secret' }
>;

/** Where the file of a credential is in the store of secrets. */
export function remoteKeyOf(
  tenant: string,
  given: string,
  { remoteKeys = {} }: ExternalReference,
): string {
  return Object.hasOwn(remoteKeys, given)
    ? remoteKeys[given]
    : `${tenant}/${given}`;
}
