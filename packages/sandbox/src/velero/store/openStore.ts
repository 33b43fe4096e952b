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
  const trusted = trustedCertificates(spec.objectStorage, context);
  const content = credentialContent(spec, context);
  checkProvider(spec.provider, spec.config ?? {});
  const { buckets, links } = context;
  const bucket = spec.objectStorage.bucket.replace(/^\/+|\/+$/g, '');
  const credential = locationCredential(spec, content, context);
  const root = rootOf(location);
  const { endpoints } = links;
  const config = spec.config ?? {};
  checkEndpoint({ config, trusted, endpoints, bucket, root });
  return new BackupStore({
    client: new StoreClient({
      ...{ buckets, bucket, credential },
      region: config.region,
    }),
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

function trustedCertificates(
  { caCert, caCertRef }: ObjectStorage,
  { client }: VeleroContext,
): string | undefined {
  if (caCert && caCertRef) {
    throw new Error(
      'cannot specify both caCert and caCertRef in objectStorage',
    );
  }
  const encoded = caCertRef ? authorityIn(caCertRef, client) : caCert;
  return encoded && Buffer.from(encoded, 'base64').toString();
}

function authorityIn(
  { name = '', key }: { name?: string; key: string },
  client: VeleroContext['client'],
): string {
  const problem =
    'error getting CA certificate from secret: unable to get key for secret';
  const secret = client.secret(name);
  if (!secret) {
    throw new Error(`${problem}: Secret "${name}" not found`);
  }
  const content = secret.data?.[key];
  if (content === undefined) {
    throw new Error(
      `${problem}: "${name}" secret is missing data for key "${key}"`,
    );
  }
  return content;
}
