import { gcsBuckets } from '../bucketRules';
import { serviceAccountKey } from '../serviceAccountKey';
import { StorageProvider } from '../StorageProvider';

const SOURCE =
  'https://github.com/velero-io/velero-plugin-for-gcp/blob/main/backupstoragelocation.md';

export const googleGcs: StorageProvider = {
  id: 'google-gcs',
  title: 'Google Cloud Storage',
  veleroProvider: 'gcp',
  plugin: {
    image: 'velero/velero-plugin-for-gcp',
    objectStore: 'velero.io/gcp',
  },
  fields: [
    {
      name: 'serviceAccount',
      title: 'Service account',
      help: 'Needed without a key file, with Workload Identity: it signs the links by which logs are read, and so needs the right iam.serviceAccounts.signBlob on itself.',
      required: false,
      pattern: '[a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z0-9.:-]+',
      example: 'velero@acme-prod.iam.gserviceaccount.com',
    },
  ],
  endpointRule: 'none is set: the plugin knows the one of Google',
  endpointOf: () => undefined,
  configOf: ({ serviceAccount }) => ({
    ...(serviceAccount && { serviceAccount }),
  }),
  refusedSettings: [],
  credential: serviceAccountKey,
  serverIdentity: true,
  bucketRule: gcsBuckets,
  limits: [
    {
      text: 'A bucket name belongs to one project in the whole world, so the name may be taken by a stranger',
      source: 'https://cloud.google.com/storage/docs/buckets#naming',
    },
    {
      text: 'A credential that cannot sign, as external_account, makes backups whose logs and contents cannot be read',
      source: 'https://github.com/velero-io/velero-plugin-for-gcp#readme',
    },
    {
      text: 'It is not reached by the AWS plugin, though Google speaks S3, too',
      source: 'https://github.com/velero-io/velero-plugin-for-gcp#readme',
    },
  ],
  sources: [SOURCE, 'https://cloud.google.com/storage/quotas'],
};
