import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function exampleOf(input: object): string {
  return stringify({
    steps: [
      {
        id: 'onboard',
        action: 'velero:tenant:onboard',
        name: 'Give the tenant its backups',
        input,
      },
    ],
  });
}

const tenant = { tenant: 'payments', owner: 'group:default/payments' };

export const examples: TemplateExample[] = [
  {
    description:
      'Two regions that read each other’s backups, in a bucket of AWS S3. The access key is in the secrets VELERO_CREDENTIALS_ACCESS_KEY_ID and VELERO_CREDENTIALS_SECRET_ACCESS_KEY of the task',
    example: exampleOf({
      ...tenant,
      storage: {
        provider: 'aws-s3',
        values: { region: 'eu-central-1' },
        credential: { given: {} },
      },
      clusters: [
        { cluster: 'eu', namespaces: ['payments'] },
        { cluster: 'us', namespaces: ['payments'] },
      ],
      firstBackup: true,
    }),
  },
  {
    description:
      'One cluster, a Secret that is there already, and schedules of one’s own',
    example: exampleOf({
      ...tenant,
      storage: {
        provider: 'aws-s3',
        values: { region: 'eu-central-1' },
        bucket: 'payments-backups',
        credential: {
          existingSecret: { name: 'payments--own--v1', key: 'cloud' },
        },
      },
      clusters: [{ cluster: 'eu', namespaces: ['payments'] }],
      schedules: {
        all: { cron: '15 3 * * *', keepFor: '336h' },
        databases: { selector: { matchLabels: { tier: 'database' } } },
        secrets: { enabled: false },
        volumes: { enabled: false },
      },
      timeout: '10m',
    }),
  },
];
