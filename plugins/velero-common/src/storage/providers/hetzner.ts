import { awsProfile } from '../awsProfile';
import { hetznerBuckets } from '../bucketRules';
import { ProviderValues, StorageProvider } from '../StorageProvider';
import {
  awsPlugin,
  AWS_PLUGIN_SOURCE,
  CHECKSUM_LIMIT,
  NO_CHECKSUM,
} from './awsPlugin';

const OVERVIEW = 'https://docs.hetzner.com/storage/object-storage/overview';
const ACTIONS =
  'https://docs.hetzner.com/storage/object-storage/supported-actions/';

function endpointOf({ location }: ProviderValues): string {
  return `https://${location}.your-objectstorage.com`;
}

export const hetzner: StorageProvider = {
  id: 'hetzner',
  title: 'Hetzner Object Storage',
  veleroProvider: 'aws',
  plugin: awsPlugin,
  fields: [
    {
      name: 'location',
      title: 'Location',
      help: 'Where the bucket was made.',
      required: true,
      choices: [
        { value: 'fsn1', title: 'Falkenstein' },
        { value: 'nbg1', title: 'Nuremberg' },
        { value: 'hel1', title: 'Helsinki' },
      ],
      example: 'fsn1',
    },
  ],
  endpointRule: 'https://<location>.your-objectstorage.com',
  endpointOf,
  configOf: values => ({
    region: values.location,
    s3Url: endpointOf(values),
    s3ForcePathStyle: 'true',
    ...NO_CHECKSUM,
  }),
  refusedSettings: ['serverSideEncryption', 'kmsKeyId'],
  credential: awsProfile({
    accessKey: 'Access key',
    secretKey: 'Secret key',
    help: 'S3 credentials of the project. They hold for all of its buckets, so a project of its own keeps tenants apart.',
  }),
  serverIdentity: false,
  bucketRule: hetznerBuckets,
  limits: [
    {
      text: 'No replication: a second location takes a bucket of its own',
      source: ACTIONS,
    },
    {
      text: 'Encryption in the store by a key of the customer only, so serverSideEncryption and kmsKeyId stay unset',
      source: ACTIONS,
    },
    CHECKSUM_LIMIT,
  ],
  sources: [OVERVIEW, AWS_PLUGIN_SOURCE],
};
