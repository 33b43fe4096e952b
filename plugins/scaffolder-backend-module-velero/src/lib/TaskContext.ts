import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { VeleroServiceOptions } from 'backstage-plugin-velero-node';

/** What the actions share of the context of a task, whatever their input is. */
export type TaskContext = Pick<
  ActionContext<JsonObject>,
  | 'checkpoint'
  | 'getInitiatorCredentials'
  | 'isDryRun'
  | 'logger'
  | 'secrets'
  | 'signal'
>;

/** The user who runs the template asks, not the scaffolder. */
export async function asUser(
  ctx: TaskContext,
  signal?: AbortSignal,
): Promise<VeleroServiceOptions> {
  return { credentials: await ctx.getInitiatorCredentials(), signal };
}
