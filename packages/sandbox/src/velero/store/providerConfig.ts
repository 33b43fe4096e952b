const AWS_KEYS = [
  'region',
  's3Url',
  'publicUrl',
  'kmsKeyId',
  'customerKeyEncryptionFile',
  'customerKeyEncryptionSecret',
  's3ForcePathStyle',
  'signatureVersion',
  'credentialsFile',
  'profile',
  'serverSideEncryption',
  'insecureSkipTLSVerify',
  'enableSharedConfig',
  'tagging',
  'checksumAlgorithm',
  'bucket',
  'prefix',
  'caCert',
];

const CHECKSUMS = ['', 'CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'];

/** Those whose plugins the server has. */
const PROVIDERS = ['velero.io/aws', 'velero.io/azure', 'velero.io/gcp'];

export function isAws(provider: string): boolean {
  return qualified(provider) === 'velero.io/aws';
}

/** Throws what Velero or its plugin says of a provider and its settings that it cannot work with. */
export function checkProvider(
  provider: string,
  config: Record<string, string>,
) {
  if (!PROVIDERS.includes(qualified(provider))) {
    throw new Error(
      `unable to locate ObjectStore plugin named ${qualified(provider)}`,
    );
  }
  if (isAws(provider)) {
    checkAwsConfig(config);
  }
}

function qualified(provider: string): string {
  return provider.includes('/') ? provider : `velero.io/${provider}`;
}

function checkAwsConfig(config: Record<string, string>) {
  const wrong = Object.keys(config).filter(key => !AWS_KEYS.includes(key));
  if (wrong.length > 0) {
    refuse(
      `config has invalid keys [${wrong.join(
        ' ',
      )}]; valid keys are [${AWS_KEYS.join(' ')}]`,
    );
  }
  for (const key of ['s3ForcePathStyle', 'insecureSkipTLSVerify']) {
    checkFlag(key, config[key]);
  }
  if (config.s3Url && !/^https?:\/\//.test(config.s3Url)) {
    refuse(
      `Invalid s3 url ${config.s3Url}, URL must be valid according to https://golang.org/pkg/net/url/#Parse and start with http:// or https://`,
    );
  }
  const { checksumAlgorithm = '' } = config;
  if (!CHECKSUMS.includes(checksumAlgorithm)) {
    refuse(`invalid checksum algorithm: ${checksumAlgorithm}`);
  }
}

function checkFlag(key: string, value?: string) {
  if (value && !/^(1|0|t|f|true|false)$/i.test(value)) {
    refuse(
      `could not parse ${key} (expected bool): strconv.ParseBool: parsing ${JSON.stringify(
        value,
      )}: invalid syntax`,
    );
  }
}

/** Plugins are processes of their own, hence the way in which their errors arrive. */
function refuse(message: string): never {
  throw new Error(`rpc error: code = Unknown desc = ${message}`);
}
