import { awsProfile } from '../awsProfile';
import { otherBuckets } from '../bucketRules';
import { StorageProvider } from '../StorageProvider';
import { awsPlugin, AWS_PLUGIN_SOURCE } from './awsPlugin';

export const otherS3: StorageProvider = {
  id: 'other-s3',
  title: 'Other S3 storage',
  veleroProvider: 'aws',
  plugin: awsPlugin,
  fields: [
    {
      name: 'endpoint',
      title: 'Endpoint',
      help: 'The address of a store outside of the clusters, without a path. One on a private address has to be listed in the configuration of the portal.',
      required: true,
      example: 'https://s3.example.com',
    },
    {
      name: 'region',
      title: 'Region',
      help: 'Any text for most stores; requests are signed with it.',
      required: false,
      default: 'us-east-1',
      pattern: '[A-Za-z0-9][A-Za-z0-9._-]{0,62}',
      example: 'us-east-1',
    },
    {
      name: 'addressing',
      title: 'Addressing',
      help: 'Whether the bucket stands in the path or in the host name.',
      required: false,
      default: 'path',
      choices: [
        { value: 'path', title: 'in the path' },
        { value: 'virtual-host', title: 'in the host name' },
      ],
      example: 'path',
    },
    {
      name: 'checksum',
      title: 'Checksum',
      help: 'What the AWS plugin adds to each file. Stores that do not know S3’s newer checksums need none.',
      required: false,
      default: 'none',
      choices: [
        { value: 'none', title: 'none' },
        { value: 'CRC32', title: 'CRC32' },
        { value: 'CRC32C', title: 'CRC32C' },
        { value: 'SHA1', title: 'SHA1' },
        { value: 'SHA256', title: 'SHA256' },
      ],
      example: 'none',
    },
  ],
  endpointRule: 'as given',
  endpointOf: ({ endpoint }) => endpoint,
  configOf: ({ endpoint, region, addressing, checksum }) => ({
    region,
    s3Url: endpoint,
    s3ForcePathStyle: String(addressing === 'path'),
    checksumAlgorithm: checksum === 'none' ? '' : checksum,
  }),
  refusedSettings: [],
  credential: awsProfile({
    accessKey: 'Access key',
    secretKey: 'Secret key',
    help: 'Of a user that may read, write, list and delete in this bucket only.',
  }),
  serverIdentity: false,
  bucketRule: otherBuckets,
  limits: [
    {
      text: 'Copies of volumes are written by a client of their own, which takes no path in the address',
      source:
        'https://github.com/velero-io/velero/blob/main/pkg/repository/provider/unified_repo.go',
    },
  ],
  sources: [AWS_PLUGIN_SOURCE],
};
