import { PlannedCredential } from '../TenantPlan';
import { CredentialReference } from './ManifestOptions';
import { ExternalReference, remoteKeyOf } from './remoteKeyOf';

/** Stands where `kubeseal` puts the encrypted text. */
export const SEALED_PLACEHOLDER = 'REPLACE_WITH_THE_OUTPUT_OF_KUBESEAL';

/** The object that brings a Secret about; nothing where somebody makes it. */
export function credentialManifest(
  tenant: string,
  { object, key, given }: PlannedCredential,
  reference: CredentialReference,
): object | undefined {
  const { metadata } = object;
  switch (reference.type) {
    case 'external-secret':
      return externalSecret(
        { metadata, key },
        reference,
        remoteKeyOf(tenant, given, reference),
      );
    case 'sealed-secret':
      return {
        apiVersion: 'bitnami.com/v1alpha1',
        kind: 'SealedSecret',
        metadata,
        spec: {
          encryptedData: { [key]: SEALED_PLACEHOLDER },
          template: {
            metadata: { name: metadata.name, labels: metadata.labels },
            type: object.type,
          },
        },
      };
    default:
      return undefined;
  }
}

function externalSecret(
  {
    metadata,
    key,
  }: { metadata: PlannedCredential['object']['metadata']; key: string },
  reference: ExternalReference,
  remoteKey: string,
): object {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata,
    spec: {
      refreshInterval: '1h',
      secretStoreRef: {
        kind: reference.storeKind ?? 'SecretStore',
        name: reference.store,
      },
      target: { name: metadata.name, creationPolicy: 'Owner' },
      data: [{ secretKey: key, remoteRef: { key: remoteKey } }],
    },
  };
}
