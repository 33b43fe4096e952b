import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { tenantEntityRefOf } from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { Pace } from '../lib/pollUntil';
import { readTimeLimit } from '../lib/readTimeLimit';
import { timeLimitSchema } from '../lib/timeLimitSchema';
import { telling } from '../lib/telling';
import { dryRun, onboard } from '../tenant/onboard';
import { tenantRequestOf } from '../tenant/tenantRequestOf';
import { tenantSchema } from '../tenant/tenantSchema';
import { outcomeSchema } from '../tenant/outcomeSchema';
import { examples } from './createOnboardTenantAction.examples';

const DEFAULT_TIMEOUT = '1h';

/** Makes the action that gives a tenant its storage locations and schedules. */
export function createOnboardTenantAction(options: {
  velero: VeleroService;
  pace?: Pace;
}) {
  const { velero, pace } = options;
  return createTemplateAction({
    id: 'velero:tenant:onboard',
    description:
      'Gives a tenant its Velero storage locations and schedules in each of its clusters, waits until Velero calls the locations Available, and takes everything back when that fails',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...tenantSchema,
        accepted: z =>
          z
            .string()
            .optional()
            .describe(
              'Digest of the changes of what is there already, as the refusal to make them and a dry run give it',
            ),
        timeout: timeLimitSchema(DEFAULT_TIMEOUT),
      },
      output: {
        operationId: z => z.string().describe('Empty in a dry run'),
        clusters: outcomeSchema,
        locations: z =>
          z.array(z.object({ cluster: z.string(), name: z.string() })),
        schedules: z =>
          z.array(z.object({ cluster: z.string(), name: z.string() })),
        summary: z => z.string().describe('The outcome in words'),
        digest: z =>
          z
            .string()
            .describe(
              'Of a dry run that would change what is there; goes into the input accepted',
            ),
        entityRef: z =>
          z
            .string()
            .describe(
              'The tenant in the catalog; there when the module backstage-plugin-catalog-backend-module-velero is installed and has run',
            ),
        links: z =>
          z.array(z.object({ title: z.string(), entityRef: z.string() })),
      },
    },
    async handler(ctx) {
      const { accepted, timeout = DEFAULT_TIMEOUT } = ctx.input;
      const request = tenantRequestOf(ctx.input);
      const timeLimit = readTimeLimit(timeout);
      const onboarding = { velero, request, accepted, timeLimit, pace };
      const outputs = await telling(ctx, () =>
        ctx.isDryRun ? dryRun(ctx, onboarding) : onboard(ctx, onboarding),
      );
      ctx.output('operationId', outputs.operationId);
      ctx.output('clusters', outputs.clusters);
      ctx.output('locations', outputs.locations);
      ctx.output('schedules', outputs.schedules);
      ctx.output('summary', outputs.summary);
      ctx.output('digest', outputs.digest);
      ctx.output('entityRef', tenantEntityRefOf(request));
      ctx.output('links', [
        { title: `Owner of ${request.tenant}`, entityRef: request.owner },
      ]);
    },
  });
}
