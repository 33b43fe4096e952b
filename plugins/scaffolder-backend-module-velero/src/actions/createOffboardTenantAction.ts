import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VeleroService } from 'backstage-plugin-velero-node';
import { Pace } from '../lib/pollUntil';
import { readTimeLimit } from '../lib/readTimeLimit';
import { timeLimitSchema } from '../lib/timeLimitSchema';
import { telling } from '../lib/telling';
import { offboard, planOffboarding } from '../tenant/offboard';
import { outcomeSchema } from '../tenant/outcomeSchema';
import { examples } from './createOffboardTenantAction.examples';

const DEFAULT_TIMEOUT = '10m';

/** Makes the action that pauses the schedules of a tenant. */
export function createOffboardTenantAction(options: {
  velero: VeleroService;
  pace?: Pace;
}) {
  const { velero, pace } = options;
  return createTemplateAction({
    id: 'velero:tenant:offboard',
    description:
      'Pauses the Velero schedules of a tenant in all clusters. Its backups and locations stay, and the action tells until when the backups live',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        tenant: z => z.string().describe('Name of the tenant'),
        timeout: timeLimitSchema(DEFAULT_TIMEOUT),
      },
      output: {
        operationId: z => z.string(),
        clusters: outcomeSchema,
        schedules: z =>
          z
            .array(
              z.object({
                cluster: z.string(),
                title: z.string(),
                message: z.string(),
              }),
            )
            .describe('What was paused, and until when its backups live'),
      },
    },
    async handler(ctx) {
      const { tenant, timeout = DEFAULT_TIMEOUT } = ctx.input;
      const timeLimit = readTimeLimit(timeout);
      const outputs = await telling(ctx, () =>
        ctx.isDryRun
          ? planOffboarding(ctx, { velero, tenant })
          : offboard(ctx, { velero, tenant, timeLimit, pace }),
      );
      ctx.output('operationId', outputs.operationId);
      ctx.output('clusters', outputs.clusters);
      ctx.output('schedules', outputs.schedules);
    },
  });
}
