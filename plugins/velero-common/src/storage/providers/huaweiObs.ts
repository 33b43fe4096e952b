import { awsProfile } from '../awsProfile';
import { obsBuckets } from '../bucketRules';
import { ProviderValues, StorageProvider } from '../StorageProvider';
import {
  awsPlugin,
  AWS_PLUGIN_SOURCE,
  CHECKSUM_LIMIT,
  NO_CHECKSUM,
} from './awsPlugin';

const ENDPOINTS = 'https://developer.huaweicloud.com/intl/en-us/endpoint?OBS';

function endpointOf({ region, site }: ProviderValues): string {
  return `https://obs.${region}.myhuaweicloud.${site}`;
}

export const huaweiObs: StorageProvider = {
  id: 'huawei-obs',
  title: 'Huawei OBS',
  veleroProvider: 'aws',
  plugin: awsPlugin,
  fields: [
    {
      name: 'region',
      title: 'Region',
      help: 'The region in which the bucket was made.',
      required: true,
      pattern: '[a-z]{2}(-[a-z]+)+-[0-9]{1,3}',
      example: 'eu-west-101',
    },
    {
      name: 'site',
      title: 'Site',
      help: 'The end of the address, as the list of endpoints shows it for the region.',
      required: false,
      default: 'com',
      choices: [
        { value: 'com', title: 'myhuaweicloud.com' },
        { value: 'eu', title: 'myhuaweicloud.eu' },
      ],
      example: 'eu',
    },
  ],
  endpointRule: 'https://obs.<region>.myhuaweicloud.<site>',
  endpointOf,
  configOf: values => ({
    region: values.region,
    s3Url: endpointOf(values),
    s3ForcePathStyle: 'false',
    ...NO_CHECKSUM,
  }),
  refusedSettings: [],
  credential: awsProfile({
    accessKey: 'Access key (AK)',
    secretKey: 'Secret key (SK)',
    help: 'Of an IAM user that may read, write, list and delete in this bucket only.',
  }),
  serverIdentity: false,
  bucketRule: obsBuckets,
  limits: [
    {
      text: 'The bucket stands in the host name, so path style stays off',
      source:
        'https://support.huaweicloud.com/intl/en-us/api-obs/obs_04_0007.html',
    },
    {
      text: 'The plugin huawei.com/huaweicloud knows neither a credential for each location nor copies of volumes, so the AWS plugin is used',
      source: 'https://github.com/setoru/velero-plugin-for-huaweicloud',
    },
    CHECKSUM_LIMIT,
  ],
  sources: [
    ENDPOINTS,
    'https://support.huaweicloud.com/eu/qs-obs/obs_qs_0006.html',
    AWS_PLUGIN_SOURCE,
  ],
};
