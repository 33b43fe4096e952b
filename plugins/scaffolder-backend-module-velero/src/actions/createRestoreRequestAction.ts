import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VeleroService } from 'backstage-plugin-velero-node';
import { Pace } from '../lib/pollUntil';
import { readTimeLimit } from '../lib/readTimeLimit';
import { telling } from '../lib/telling';
import { timeLimitSchema } from '../lib/timeLimitSchema';
import { previewRestore, requestRestore } from '../restore/requestRestore';
import { examples } from './createRestoreRequestAction.examples';

/** Somebody may have to agree first. */
const DEFAULT_TIMEOUT = '24h';

/** Makes the action that asks for a restore. It never approves one. */
export function createRestoreRequestAction(options: {
  velero: VeleroService;
  pace?: Pace;
}) {
  const { velero, pace } = options;
  return createTemplateAction({
    id: 'velero:restore:request',
    description:
      'Asks for a restore of namespaces out of a backup, and waits for its end. Where the policy wants it approved, somebody else approves it in the portal',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().optional().describe('The entity that it is for'),
        cluster: z => z.string().describe('The cluster that is restored in'),
        veleroNamespace: z =>
          z.string().optional().describe('velero by default'),
        backup: z => z.string().describe('Name of the backup'),
        namespaces: z =>
          z
            .array(z.object({ source: z.string(), target: z.string() }))
            .min(1)
            .describe(
              'The namespaces as they are named in the backup, and those that they are restored to',
            ),
        volumes: z => z.enum(['restore', 'none']).optional(),
        existing: z =>
          z
            .enum(['none', 'update'])
            .optional()
            .describe('What happens to objects that are there'),
        kinds: z =>
          z
            .array(z.string())
            .optional()
            .describe('Only these, as configmaps or deployments.apps'),
        labels: z =>
          z
            .record(z.string())
            .optional()
            .describe('Only objects that have all of these'),
        modifier: z => z.string().optional(),
        reason: z => z.string(),
        ticket: z => z.string().optional(),
        wait: z =>
          z
            .boolean()
            .optional()
            .describe('Whether its end is waited for; true by default'),
        timeout: timeLimitSchema(DEFAULT_TIMEOUT),
      },
      output: {
        id: z => z.string().describe('Of the request; empty in a dry run'),
        state: z => z.string(),
        needsApproval: z =>
          z.boolean().describe('Whether somebody has to agree'),
      },
    },
    async handler(ctx) {
      const { entityRef, cluster, backup, wait = true, ...input } = ctx.input;
      const {
        veleroNamespace = 'velero',
        volumes = 'restore',
        existing = 'none',
        timeout = DEFAULT_TIMEOUT,
        ...rest
      } = input;
      const key = { cluster, veleroNamespace, name: backup };
      const wish = { ...rest, backup: key, volumes, existing };
      const timeLimit = readTimeLimit(timeout);
      const wanted = { velero, entityRef, wish };
      const outputs = await telling(ctx, () =>
        ctx.isDryRun
          ? previewRestore(ctx, wanted)
          : requestRestore(ctx, wanted, { wait, timeLimit, pace }),
      );
      ctx.output('id', outputs.id);
      ctx.output('state', outputs.state);
      ctx.output('needsApproval', outputs.needsApproval);
    },
  });
}
