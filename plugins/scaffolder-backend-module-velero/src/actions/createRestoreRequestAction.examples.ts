import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function exampleOf(input: object): string {
  return stringify({
    steps: [
      {
        id: 'restore',
        action: 'velero:restore:request',
        name: 'Have yesterday’s state beside today’s',
        input: {
          entityRef: 'component:default/payments-api',
          cluster: 'eu',
          backup: 'nightly',
          namespaces: [{ source: 'payments', target: 'payments-restore-1' }],
          reason: 'Compare the prices',
          ...input,
        },
      },
    ],
  });
}

export const examples: TemplateExample[] = [
  {
    description: 'A namespace as it was, in a new namespace',
    example: exampleOf({}),
  },
  {
    description: 'Only some objects, whose end is not waited for',
    example: exampleOf({
      namespaces: [{ source: 'payments', target: 'payments-restore-2' }],
      kinds: ['configmaps'],
      wait: false,
    }),
  },
];
