import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VeleroService } from 'backstage-plugin-velero-node';
import { telling } from '../lib/telling';
import { makeSchedule, planSchedule } from '../schedule/makeSchedule';
import { examples } from './createScheduleAction.examples';

/** Makes the action that has an entity backed up by a schedule. */
export function createScheduleAction({ velero }: { velero: VeleroService }) {
  return createTemplateAction({
    id: 'velero:schedule:create',
    description:
      'Has Velero back up namespaces of an entity by a schedule. One that is there already is never changed',
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
        name: z =>
          z
            .string()
            .describe(
              'Tells the schedules of the entity apart, as nightly; at most 16 characters',
            ),
        cron: z =>
          z.string().describe('As Velero reads it: 0 2 * * *, @every 6h'),
        keepFor: z =>
          z
            .string()
            .optional()
            .describe('How long each backup is kept; Go duration, as 720h'),
        storageLocation: z => z.string().optional(),
        volumes: z => z.enum(['default', 'none']).optional(),
        paused: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether it makes no backups until somebody has it run; false by default',
            ),
      },
      output: {
        outcome: z =>
          z
            .enum(['created', 'unchanged', 'planned'])
            .describe(
              'unchanged when it was there as wanted; planned in a dry run',
            ),
        cluster: z => z.string(),
        veleroNamespace: z => z.string(),
        name: z => z.string().describe('Of the Schedule in the cluster'),
        storageLocation: z => z.string(),
      },
    },
    async handler(ctx) {
      const { entityRef, ...request } = ctx.input;
      const wanted = { velero, entityRef, request };
      const outputs = await telling(ctx, () =>
        ctx.isDryRun ? planSchedule(ctx, wanted) : makeSchedule(ctx, wanted),
      );
      ctx.output('outcome', outputs.outcome);
      ctx.output('cluster', outputs.cluster);
      ctx.output('veleroNamespace', outputs.veleroNamespace);
      ctx.output('name', outputs.name);
      ctx.output('storageLocation', outputs.storageLocation);
    },
  });
}
