import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VeleroService } from 'backstage-plugin-velero-node';
import { backupOptionOf } from '../backup/backupOptionOf';
import { beginBackup } from '../backup/beginBackup';
import { followBackup } from '../backup/followBackup';
import { DEFAULT_PACE, Pace } from '../lib/pollUntil';
import { readTimeLimit } from '../lib/readTimeLimit';
import { tell, telling } from '../lib/telling';
import { examples } from './createBackupAction.examples';

const DEFAULT_TIMEOUT = '1h';

/** Makes the action that has a backup of an entity made. */
export function createBackupAction(options: {
  velero: VeleroService;
  pace?: Pace;
}) {
  const { velero, pace = DEFAULT_PACE } = options;
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
        timeout: z =>
          z
            .string()
            .optional()
            .describe(
              `How long is waited, as a Go duration; ${DEFAULT_TIMEOUT} by default`,
            ),
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
      const { entityRef, wait = true, timeout = DEFAULT_TIMEOUT } = ctx.input;
      const { acceptPartiallyFailed = false, ...input } = ctx.input;
      const timeLimit = readTimeLimit(timeout);
      const request = {
        cluster: input.cluster,
        veleroNamespace: input.veleroNamespace,
        namespaces: input.namespaces,
        storageLocation: input.storageLocation,
        keepFor: input.keepFor,
        volumes: input.volumes,
      };
      await telling(ctx, async () => {
        if (ctx.isDryRun) {
          const option = await backupOptionOf(ctx, {
            velero,
            entityRef,
            request,
          });
          ctx.output('cluster', request.cluster);
          ctx.output('veleroNamespace', option.veleroNamespace);
          ctx.output('storageLocation', option.storageLocation);
          ctx.output('name', '');
          ctx.output('phase', '');
          return;
        }
        const backup = await beginBackup(ctx, {
 velero, entityRef, request, acceptPartiallyFailed });
        const { cluster, veleroNamespace, name } = backup;
        ctx.output('cluster', cluster);
        ctx.output('veleroNamespace', veleroNamespace);
        ctx.output('name', name);
        ctx.output('storageLocation', backup.storageLocation);
        tell(ctx, `Cluster ${cluster} has taken backup ${name}`);
        ctx.output(
          'phase',
          wait
            ? await followBackup(ctx, {
                velero,
                key: { cluster, veleroNamespace, name },
                acceptPartiallyFailed,
                timeLimit,
                pace,
              })
            : '',
        );
      });
    },
  });
}
