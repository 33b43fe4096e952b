/**
 * How manifests refer to a credential, which they never hold.
 *
 * - `existing-secret`: somebody makes the Secret
 * - `external-secret`: the External Secrets Operator fetches it from a store of secrets
 * - `sealed-secret`: the Sealed Secrets controller decrypts it; the encrypted text is put in by hand
 *
 * @public
 */
export type CredentialReference =
  | { type: 'existing-secret' }
  | {
      type: 'external-secret';
      /** Name of the SecretStore. */
      store: string;
      storeKind?: 'SecretStore' | 'ClusterSecretStore';
      /** Where the whole file is in the store, by the names under which credentials travel; `<tenant>/<name>` by default. */
      remoteKeys?: Record<string, string>;
    }
  | { type: 'sealed-secret' };

/** @public */
export interface ManifestOptions {
  credential: CredentialReference;
}

/** A file of a pull request. @public */
export interface ManifestFile {
  /** Relative, with slashes, as `overlays/eu-west/kustomization.yaml`. */
  path: string;
  content: string;
}
