import { StorageProvider } from './StorageProvider';

/** What may be set in `spec.config` beside what a provider's preset sets, or why not. @public */
export interface ConfigKey {
  name: string;
  /** What it is for. */
  help: string;
  /** Why nobody may set it; absent for one that may be set. */
  refused?: string;
  /** The only values. */
  choices?: string[];
  /** A regular expression that the whole value has to fit. */
  pattern?: string;
}

const FLAG = ['true', 'false'];

const CREDENTIAL_PATH =
  'Velero fills it in from the credential of the location; a path chosen here would lead to files of its pod';

const AWS: ConfigKey[] = [
  {
    name: 'checksumAlgorithm',
    help: 'Checksum that is sent with each file',
    choices: ['', 'CRC32', 'CRC32C', 'SHA1', 'SHA256'],
  },
  {
    name: 'serverSideEncryption',
    help: 'Encryption in the store',
    choices: ['AES256', 'aws:kms', 'aws:kms:dsse'],
  },
  {
    name: 'kmsKeyId',
    help: 'Key that the store encrypts with',
    pattern: '[A-Za-z0-9:/_-]{1,2048}',
  },
  {
    name: 'customerKeyEncryptionSecret',
    help: 'Secret with a key of one’s own',
    refused:
      'it would lead to any Secret of Velero, and copies of volumes ignore it',
  },
  {
    name: 'tagging',
    help: 'Tags of each file',
    pattern:
      '[A-Za-z0-9%_.+-]+=[A-Za-z0-9%_.+-]*(&[A-Za-z0-9%_.+-]+=[A-Za-z0-9%_.+-]*)+',
  },
  {
    name: 'publicUrl',
    help: 'Address in links to logs and contents',
  },
  {
    name: 'profile',
    help: 'Profile in the file of the credential',
    pattern: '[A-Za-z0-9_-]{1,64}',
  },
  { name: 'region', help: 'Region' },
  { name: 's3Url', help: 'Address of the store' },
  { name: 's3ForcePathStyle', help: 'Bucket in the path', choices: FLAG },
  {
    name: 'insecureSkipTLSVerify',
    help: 'Talk to whoever answers',
    refused:
      'whoever is between cluster and store could read and change the backups; give the certificate of the authority (caCert) instead',
  },
  { name: 'credentialsFile', help: 'Path', refused: CREDENTIAL_PATH },
  {
    name: 'customerKeyEncryptionFile',
    help: 'Path',
    refused: 'it is a path in Velero’s pod',
  },
  {
    name: 'enableSharedConfig',
    help: 'Nothing',
    refused: 'the plugin ignores it',
  },
  {
    name: 'signatureVersion',
    help: 'Nothing',
    refused: 'the plugin ignores it',
  },
];

const GCP: ConfigKey[] = [
  {
    name: 'kmsKeyName',
    help: 'Key that the store encrypts with',
    pattern:
      'projects/[^/\\s]+/locations/[^/\\s]+/keyRings/[^/\\s]+/cryptoKeys/[^/\\s]+',
  },
  { name: 'serviceAccount', help: 'Account that signs links' },
  {
    name: 'storeEndpoint',
    help: 'Address of the store',
    refused: 'it would lead to a store that is not Google’s',
  },
  {
    name: 'universeDomain',
    help: 'Domain of the cloud',
    refused: 'it would lead to a store that is not Google’s',
  },
  { name: 'credentialsFile', help: 'Path', refused: CREDENTIAL_PATH },
];

/** What the plugin of a provider knows; anything else makes a location unavailable. @public */
export function configKeysOf(provider: StorageProvider): ConfigKey[] {
  return provider.veleroProvider === 'aws' ? AWS : GCP;
}
