import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { VeleroService } from 'backstage-plugin-velero-node';
import { explainRefusals } from '../lib/explain';
import { asUser } from '../lib/TaskContext';
import { tell, telling } from '../lib/telling';
import { previewOf } from '../tenant/previewOf';
import { tenantRequestOf } from '../tenant/tenantRequestOf';
import { tenantSchema } from '../tenant/tenantSchema';
import { writeManifests } from '../tenant/writeManifests';
import { examples } from './createTenantManifestsAction.examples';

/** Makes the action that writes what a tenant needs as files, for a pull request. */
export function createTenantManifestsAction(options: {
  velero: VeleroService;
}) {
  const { velero } = options;
  const { firstBackup, takeOver, ...inputs } = tenantSchema;
  return createTemplateAction({
    id: 'velero:tenant:manifests',
    description:
      'Writes the Velero storage locations and schedules of a tenant into the workspace, as files for kustomize. Credentials are references, never values',
    examples,
    // The workspace of a dry run is thrown away, and its files are what a dry run shows.
    supportsDryRun: true,
    schema: {
      input: {
        ...inputs,
        credential: z =>
          z
            .union([
              z.object({ type: z.literal('existing-secret') }),
              z.object({
                type: z.literal('external-secret'),
                store: z.string(),
                storeKind: z
                  .enum(['SecretStore', 'ClusterSecretStore'])
                  .optional(),
                remoteKeys: z.record(z.string()).optional(),
              }),
              z.object({ type: z.literal('sealed-secret') }),
            ])
            .optional()
            .describe(
              'How the files refer to a given credential; existing-secret by default',
            ),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace; the workspace itself by default',
            ),
      },
      output: {
        files: z => z.array(z.string()).describe('Paths in the workspace'),
        needs: z =>
          z
            .array(z.string())
            .describe('What the clusters need beside the files'),
        warnings: z => z.array(z.string()),
        preview: z => z.string().describe('The files as Markdown'),
      },
    },
    async handler(ctx) {
      const { targetPath = '.', credential } = ctx.input;
      const request = tenantRequestOf(ctx.input);
      const folder = resolveSafeChildPath(ctx.workspacePath, targetPath);
      await telling(ctx, async () => {
        const { plan, refusals, warnings, manifests } = await velero.planTenant(
          { request, credential },
          await asUser(ctx, ctx.signal),
        );
        if (!plan) {
          throw new Error(explainRefusals(refusals));
        }
        const notes = warnings.map(
          ({ field, message }) => `${field}: ${message}`,
        );
        notes.forEach(note => tell(ctx, `Note on ${note}`));
        const files = await writeManifests({
          manifests,
          folder,
          workspace: ctx.workspacePath,
        });
        tell(ctx, `Wrote ${files.length} files: ${files.join(', ')}`);
        ctx.output('files', files);
        ctx.output('needs', plan.needs);
        ctx.output('warnings', notes);
        ctx.output('preview', previewOf(manifests));
      });
    },
  });
}
