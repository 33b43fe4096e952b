import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'No further backups of a tenant that goes',
    example: stringify({
      steps: [
        {
          id: 'offboard',
          action: 'velero:tenant:offboard',
          name: 'Pause the backups of the tenant',
          input: { tenant: 'payments' },
        },
      ],
    }),
  },
];
