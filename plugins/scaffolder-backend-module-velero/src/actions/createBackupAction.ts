import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VeleroService } from 'backstage-plugin-velero-node';
import { dryRun, makeBackup } from '../backup/makeBackup';
import { Pace } from '../lib/pollUntil';
import { readTimeLimit } from '../lib/readTimeLimit';
import { timeLimitSchema } from '../lib/timeLimitSchema';
import { telling } from '../lib/telling';
import { examples } from './createBackupAction.examples';

const DEFAULT_TIMEOUT = '1h';

/** Makes the action that has a backup of an entity made. */
export function createBackupAction(options: {
  velero: VeleroService;
  pace?: Pace;
}) {
  const { velero, pace } = options;
  return createTemplateAction({
    id: 'velero:backup:create',
    description:
      'Has Velero make a backup of namespaces of an entity, and waits for its end',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('The entity that claims the namespaces'),
        cluster: z => z.string(),
        veleroNamespace: z =>
          z
            .string()
            .optional()
            .describe('Needed only where several Velero servers work'),
        namespaces: z => z.array(z.string()).min(1),
        storageLocation: z => z.string().optional(),
        keepFor: z => z.string().optional().describe('Go duration, as 720h'),
        volumes: z => z.enum(['default', 'none']).optional(),
        wait: z =>
          z
            .boolean()
            .optional()
            .describe('Whether its end is waited for; true by default'),
        acceptPartiallyFailed: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether a backup that lacks some items will do; false by default',
            ),
        timeout: timeLimitSchema(DEFAULT_TIMEOUT),
      },
      output: {
        cluster: z => z.string(),
        veleroNamespace: z => z.string(),
        name: z => z.string().describe('Empty in a dry run'),
        storageLocation: z => z.string(),
        phase: z =>
          z.string().describe('As Velero says it; empty when not waited for'),
      },
    },
    async handler(ctx) {
      const { entityRef, acceptPartiallyFailed = false, ...input } = ctx.input;
      const { wait = true, timeout = DEFAULT_TIMEOUT, ...request } = input;
      const timeLimit = readTimeLimit(timeout);
      const wanted = { velero, entityRef, request, acceptPartiallyFailed };
      const outputs = await telling(ctx, () =>
        ctx.isDryRun
          ? dryRun(ctx, wanted)
          : makeBackup(ctx, { ...wanted, wait, timeLimit, pace }),
      );
      ctx.output('cluster', outputs.cluster);
      ctx.output('veleroNamespace', outputs.veleroNamespace);
      ctx.output('name', outputs.name);
      ctx.output('storageLocation', outputs.storageLocation);
      ctx.output('phase', outputs.phase);
    },
  });
}
