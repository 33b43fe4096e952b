import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function exampleOf(input: object): string {
  return stringify({
    steps: [
      {
        id: 'backup',
        action: 'velero:backup:create',
        name: 'Back up before the change',
        input: {
          entityRef: 'component:default/payments-api',
          cluster: 'eu',
          namespaces: ['payments'],
          ...input,
        },
      },
    ],
  });
}

export const examples: TemplateExample[] = [
  {
    description: 'A backup that has to be complete before the next step',
    example: exampleOf({ keepFor: '48h' }),
  },
  {
    description: 'A backup without volumes, whose end is not waited for',
    example: exampleOf({ volumes: 'none', wait: false }),
  },
];
