import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const tenant = {
  tenant: 'payments',
  owner: 'group:default/payments',
  storage: {
    provider: 'aws-s3',
    values: { region: 'eu-central-1' },
    credential: { given: {} },
  },
  clusters: [
    { cluster: 'eu', namespaces: ['payments'] },
    { cluster: 'us', namespaces: ['payments'] },
  ],
};

function exampleOf(input: object): string {
  return stringify({
    steps: [
      {
        id: 'manifests',
        action: 'velero:tenant:manifests',
        name: 'Write the manifests',
        input: { ...tenant, ...input },
      },
    ],
  });
}

export const examples: TemplateExample[] = [
  {
    description: 'Files for a pull request; somebody else makes the Secret',
    example: exampleOf({ targetPath: 'tenants/payments' }),
  },
  {
    description: 'The External Secrets Operator fetches the credential',
    example: exampleOf({
      credential: {
        type: 'external-secret',
        store: 'vault',
        storeKind: 'ClusterSecretStore',
      },
    }),
  },
];
