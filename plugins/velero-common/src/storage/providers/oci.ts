import { awsProfile } from '../awsProfile';
import { ociBuckets } from '../bucketRules';
import { ProviderValues, StorageProvider } from '../StorageProvider';
import {
  awsPlugin,
  AWS_PLUGIN_SOURCE,
  CHECKSUM_LIMIT,
  NO_CHECKSUM,
} from './awsPlugin';

function endpointOf({ namespace, region }: ProviderValues): string {
  return `https://${namespace}.compat.objectstorage.${region}.oraclecloud.com`;
}

export const oci: StorageProvider = {
  id: 'oci',
  title: 'OCI Object Storage',
  veleroProvider: 'aws',
  plugin: awsPlugin,
  fields: [
    {
      name: 'namespace',
      title: 'Object Storage namespace',
      help: 'Of the tenancy, as its details show it; no namespace of Kubernetes.',
      required: true,
      pattern: '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?',
      example: 'axaxnpcrorw5',
    },
    {
      name: 'region',
      title: 'Region',
      help: 'The region in which the bucket was made.',
      required: true,
      pattern: '[a-z]{2,3}(-[a-z]+)+-[0-9]',
      example: 'eu-frankfurt-1',
    },
  ],
  endpointRule:
    'https://<namespace>.compat.objectstorage.<region>.oraclecloud.com',
  endpointOf,
  configOf: values => ({
    region: values.region,
    s3Url: endpointOf(values),
    s3ForcePathStyle: 'true',
    ...NO_CHECKSUM,
  }),
  refusedSettings: [],
  credential: awsProfile({
    accessKey: 'Access key',
    secretKey: 'Secret key',
    help: 'A Customer Secret Key of a user that may manage objects in this bucket only.',
  }),
  serverIdentity: false,
  bucketRule: ociBuckets,
  limits: [
    {
      text: 'Buckets are found in the compartment that the tenancy names for the S3 API',
      source:
        'https://docs.oracle.com/iaas/Content/Object/Tasks/s3compatibleapi.htm',
    },
    {
      text: 'With the AWS plugin 1.14.1 and later, files above 5 MiB may fail with EOF',
      source: 'https://github.com/velero-io/velero/issues/10543',
    },
    CHECKSUM_LIMIT,
  ],
  sources: [
    'https://docs.oracle.com/iaas/Content/Object/Tasks/s3compatibleapi.htm',
    AWS_PLUGIN_SOURCE,
  ],
};
