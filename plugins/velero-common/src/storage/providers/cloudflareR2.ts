import { awsProfile } from '../awsProfile';
import { r2Buckets } from '../bucketRules';
import { ProviderValues, StorageProvider } from '../StorageProvider';
import {
  awsPlugin,
  AWS_PLUGIN_SOURCE,
  CHECKSUM_LIMIT,
  NO_CHECKSUM,
} from './awsPlugin';

const DATA_LOCATION =
  'https://developers.cloudflare.com/r2/reference/data-location/';

function endpointOf({ accountId, jurisdiction }: ProviderValues): string {
  const part = jurisdiction === 'default' ? '' : `.${jurisdiction}`;
  return `https://${accountId}${part}.r2.cloudflarestorage.com`;
}

export const cloudflareR2: StorageProvider = {
  id: 'cloudflare-r2',
  title: 'Cloudflare R2',
  veleroProvider: 'aws',
  plugin: awsPlugin,
  fields: [
    {
      name: 'accountId',
      title: 'Account ID',
      help: 'As the overview of R2 shows it.',
      required: true,
      pattern: '[0-9a-f]{32}',
      example: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    },
    {
      name: 'jurisdiction',
      title: 'Jurisdiction',
      help: 'As the bucket was made; it cannot be changed later, and the bucket is found at its address only.',
      required: false,
      default: 'default',
      choices: [
        { value: 'default', title: 'none' },
        { value: 'eu', title: 'European Union' },
        { value: 'us', title: 'United States' },
        { value: 'fedramp', title: 'FedRAMP' },
      ],
      example: 'eu',
    },
  ],
  endpointRule:
    'https://<account>.r2.cloudflarestorage.com, with the jurisdiction after the account where there is one',
  endpointOf,
  configOf: values => ({
    region: 'auto',
    s3Url: endpointOf(values),
    ...NO_CHECKSUM,
  }),
  refusedSettings: ['tagging', 'serverSideEncryption', 'kmsKeyId'],
  credential: awsProfile({
    accessKey: 'Access Key ID',
    secretKey: 'Secret Access Key',
    help: 'The S3 pair of an R2 API token with "Object Read & Write" on this bucket only.',
  }),
  serverIdentity: false,
  bucketRule: r2Buckets,
  limits: [
    {
      text: 'One object has up to 10,000 parts and just under 5 TiB',
      source: 'https://developers.cloudflare.com/r2/platform/limits/',
    },
    {
      text: 'No tags, no access lists and no choice of encryption on objects, so tagging, serverSideEncryption and kmsKeyId stay unset',
      source: 'https://developers.cloudflare.com/r2/api/s3/api/',
    },
    {
      text: 'It answers 501 NotImplemented to the checksum that the plugin sends when checksumAlgorithm is not set',
      source: 'https://github.com/velero-io/velero/issues/7940',
    },
    CHECKSUM_LIMIT,
  ],
  sources: [
    DATA_LOCATION,
    'https://developers.cloudflare.com/r2/api/s3/api/',
    AWS_PLUGIN_SOURCE,
  ],
};
