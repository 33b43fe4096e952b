import { randomBytes } from 'node:crypto';
import { prefixOf } from './storagePaths';
import { VeleroContext } from './VeleroContext';
import { BackupStorageLocation } from './VeleroObjects';

const AWS_KEYS = [
  'region',
  's3Url',
  'publicUrl',
  's3ForcePathStyle',
  'checksumAlgorithm',
  'insecureSkipTLSVerify',
  'profile',
  'kmsKeyId',
  'serverSideEncryption',
  'customerKeyEncryptionFile',
  'customerKeyEncryptionSecret',
  'tagging',
  'enableSharedConfig',
  'signatureVersion',
  'credentialsFile',
  'bucket',
  'prefix',
  'caCert',
];

/** What Velero keeps below a prefix; anything else beside it is not understood. */
const KNOWN_FOLDERS = [
  'backups',
  'restores',
  'restic',
  'metadata',
  'plugins',
  'kopia',
];

/** Why a location cannot be used, in the words of Velero and its plugins; undefined when it can. */
export function locationProblem(
  { spec }: BackupStorageLocation,
  context: VeleroContext,
): string | undefined {
  if (!spec?.objectStorage) {
    return 'backup storage location does not use object storage';
  }
  return (
    credentialProblem(spec.credential?.name, context) ??
    configProblem(spec.provider, spec.config) ??
    bucketProblem(spec.objectStorage, context)
  );
}

function credentialProblem(
  secret: string | undefined,
  { client }: VeleroContext,
): string | undefined {
  return secret && !client.has('secrets', secret)
    ? `unable to get credentials: unable to get key for secret: Secret "${secret}" not found`
    : undefined;
}

function configProblem(
  provider: string,
  config: Record<string, string> = {},
): string | undefined {
  if (!['aws', 'velero.io/aws'].includes(provider)) {
    return undefined;
  }
  const wrong = Object.keys(config).filter(key => !AWS_KEYS.includes(key));
  return wrong.length > 0
    ? `rpc error: code = Unknown desc = config has invalid keys [${wrong.join(
        ' ',
      )}]; valid keys are [${AWS_KEYS.join(' ')}]`
    : undefined;
}

function bucketProblem(
  storage: { bucket: string; prefix?: string },
  { buckets }: VeleroContext,
): string | undefined {
  const bucket = buckets.get(storage.bucket);
  if (!bucket) {
    return missingBucket();
  }
  const foreign = bucket
    .topLevel(prefixOf(storage.prefix))
    .filter(folder => !KNOWN_FOLDERS.includes(folder));
  return foreign.length > 0
    ? `Backup store contains invalid top-level directories: [${foreign.join(
        ' ',
      )}]`
    : undefined;
}

/** The ids differ at each attempt, so that the message never stays the same. */
function missingBucket(): string {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  return `rpc error: code = Unknown desc = operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: ${requestId}, HostID: ${requestId}, NoSuchBucket: The specified bucket does not exist.`;
}
