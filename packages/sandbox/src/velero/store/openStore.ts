import { StoreClient } from '../../objectstore/StoreClient';
import { VeleroContext } from '../VeleroContext';
import { BackupStorageLocation } from '../VeleroObjects';
import { BackupStore } from './BackupStore';
import { checkEndpoint } from './checkEndpoint';
import { credentialContent, locationCredential } from './locationCredential';
import { checkProvider } from './providerConfig';
import { rootOf } from './storagePaths';

/** Sets up access to a location's place, each time anew, as Secrets may have changed. Throws Velero's words. */
export function openStore(
  location: BackupStorageLocation,
  context: VeleroContext,
): BackupStore {
  const { spec } = location;
  if (!spec?.objectStorage) {
    throw new Error('backup storage location does not use object storage');
  }
  checkBucketName(spec.objectStorage.bucket);
  checkCertificates(spec.objectStorage, context);
  const content = credentialContent(spec, context);
  checkProvider(spec.provider, spec.config ?? {});
  const { buckets, links } = context;
  const bucket = spec.objectStorage.bucket.replace(/^\/+|\/+$/g, '');
  const credential = locationCredential(spec, content, context);
  const root = rootOf(location);
  const { s3Url } = spec.config ?? {};
  checkEndpoint({ s3Url, storeUrl: links.storeUrl, bucket, root });
  return new BackupStore({
    client: new StoreClient({ buckets, bucket, credential }),
    links,
    root,
  });
}

function checkBucketName(bucket: string) {
  if (bucket.replace(/^\/+|\/+$/g, '').includes('/')) {
    throw new Error(
      `backup storage location's bucket name "${bucket}" must not contain a '/' (if using a prefix, put it in the 'Prefix' field instead)`,
    );
  }
}

type ObjectStorage = NonNullable<
  NonNullable<BackupStorageLocation['spec']>['objectStorage']
>;

/** What the certificates say does not matter: the store's are trusted wherever it is said to be. */
function checkCertificates(
  { caCert, caCertRef }: ObjectStorage,
  { client }: VeleroContext,
) {
  if (caCert && caCertRef) {
    throw new Error(
      'cannot specify both caCert and caCertRef in objectStorage',
    );
  }
  if (caCertRef && !client.secret(caCertRef.name ?? '')) {
    throw new Error(
      `error getting CA certificate from secret: unable to get key for secret: Secret "${caCertRef.name}" not found`,
    );
  }
}
