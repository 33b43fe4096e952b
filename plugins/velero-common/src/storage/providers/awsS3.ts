import { awsProfile } from '../awsProfile';
import { awsBuckets } from '../bucketRules';
import { StorageProvider } from '../StorageProvider';
import { awsPlugin, AWS_PLUGIN_SOURCE } from './awsPlugin';

export const awsS3: StorageProvider = {
  id: 'aws-s3',
  title: 'AWS S3',
  veleroProvider: 'aws',
  plugin: awsPlugin,
  fields: [
    {
      name: 'region',
      title: 'Region',
      help: 'The region in which the bucket was made.',
      required: true,
      pattern: '[a-z]{2,4}(-[a-z]+){1,2}-[0-9]{1,2}',
      example: 'eu-central-1',
    },
  ],
  endpointRule: 'none is set: the plugin finds it by the region',
  endpointOf: () => undefined,
  configOf: ({ region }) => ({ region }),
  refusedSettings: [],
  credential: awsProfile({
    accessKey: 'Access key ID',
    secretKey: 'Secret access key',
    help: 'Of an IAM user that may read, write, list and delete in this bucket only.',
  }),
  serverIdentity: true,
  bucketRule: awsBuckets,
  limits: [
    {
      text: 'A bucket name belongs to one account in the whole partition, so the name may be taken by a stranger',
      source:
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    },
    {
      text: 'An Object Lock or a retention by versioning keeps Velero from deleting expired backups and from maintaining copies of volumes',
      source: 'https://github.com/velero-io/velero/issues/8686',
    },
  ],
  sources: [
    AWS_PLUGIN_SOURCE,
    'https://docs.aws.amazon.com/general/latest/gr/s3.html',
  ],
};
