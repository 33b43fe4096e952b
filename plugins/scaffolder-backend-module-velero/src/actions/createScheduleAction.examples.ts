import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function exampleOf(input: object): string {
  return stringify({
    steps: [
      {
        id: 'schedule',
        action: 'velero:schedule:create',
        name: 'Have it backed up',
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
    description: 'A backup each night, kept for a month',
    example: exampleOf({
      name: 'nightly',
      cron: '30 2 * * *',
      keepFor: '720h',
    }),
  },
  {
    description:
      'A schedule without volumes that runs only once somebody says so',
    example: exampleOf({
      name: 'hourly',
      cron: '@every 1h',
      keepFor: '48h',
      volumes: 'none',
      paused: true,
    }),
  },
];
