import { ConflictError } from '@backstage/errors';
import {
  TenantPlan,
  TenantPlanResponse,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import { VeleroService } from 'backstage-plugin-velero-node';
import { beginOnce } from '../lib/beginOnce';
import { checkpointKey } from '../lib/checkpointKey';
import { explainRefusals, statusOf } from '../lib/explain';
import { asUser, TaskContext } from '../lib/TaskContext';
import { tell, telling } from '../lib/telling';
import { describeChangesOfThere, describePlan } from './describePlan';
import { readCredentials } from './readCredentials';
import { unacceptedChangesOf } from './unacceptedChangesOf';

/** The name of an object in a cluster, as an output of an action. */
export type ObjectName = { cluster: string; name: string };

/** An operation that a task has begun, as its checkpoint keeps it. Nothing in it is secret. */
export type BegunOnboarding = {
  operationId: string;
  locations: ObjectName[];
  schedules: ObjectName[];
};

/** What is to be done, and by what service. */
export interface Onboarding {
  velero: VeleroService;
  request: TenantRequest;
  accepted?: string;
}

/** The plan of a tenant, written into the log. Refusals are thrown. */
export async function planOrThrow(
  ctx: TaskContext,
  { velero, request }: Onboarding,
): Promise<TenantPlanResponse & { plan: TenantPlan }> {
  const response = await velero.planTenant(
    { request },
    await asUser(ctx, ctx.signal),
  );
  const { plan, refusals } = response;
  if (!plan) {
    throw new Error(explainRefusals(refusals));
  }
  describePlan(response).forEach(line => tell(ctx, line));
  return { ...response, plan };
}

/** Has the backend begin, or goes on with what an earlier run of the task began. */
export function beginOnboarding(
  ctx: TaskContext,
  onboarding: Onboarding,
): Promise<BegunOnboarding> {
  const { velero, request } = onboarding;
  return beginOnce<BegunOnboarding>(ctx, {
    key: checkpointKey('operation', request),
    // The scaffolder keeps what a checkpoint fails with, so that it is told in words here already.
    begin: () => telling(ctx, () => begin(ctx, onboarding)),
    nameOf: ({ operationId }) => operationId,
    cameToNothing: ({ operationId }) =>
      hasComeToNothing(ctx, velero, operationId),
  });
}

async function begin(
  ctx: TaskContext,
  onboarding: Onboarding,
): Promise<BegunOnboarding> {
  const { velero, request, accepted } = onboarding;
  const { plan } = await planOrThrow(ctx, onboarding);
  const credentials = readCredentials(plan, ctx.secrets);
  ctx.signal?.throwIfAborted();
  // Not cut short by a cancellation: the backend would have begun, and nobody would know what to stop.
  const { id } = await velero
    .onboardTenant({ request, credentials, accepted }, await asUser(ctx))
    .catch(throwUnaccepted);
  return {
    operationId: id,
    locations: namesOf(plan, ({ locations }) => locations),
    schedules: namesOf(plan, ({ schedules }) => schedules),
  };
}

/** The backend decides what has to be looked at: that a credential would be replaced the plan cannot tell. */
function throwUnaccepted(error: unknown): never {
  const unaccepted = unacceptedChangesOf(error);
  if (!unaccepted) {
    throw error;
  }
  const { changes, digest } = unaccepted;
  throw new ConflictError(
    `What is there would be another, and nothing was written:\n${describeChangesOfThere(
      changes,
    )}\nIf that is wanted, run the action again with the input accepted: ${digest}`,
  );
}

/** Whether an operation that was begun has done nothing in the end. */
export async function hasComeToNothing(
  ctx: TaskContext,
  velero: VeleroService,
  id: string,
): Promise<boolean> {
  try {
    const options = await asUser(ctx, ctx.signal);
    const { state } = await velero.getOperation(id, options);
    return state === 'failed' || state === 'cancelled';
  } catch (error) {
    if (statusOf(error) === 404) {
      return true;
    }
    throw error;
  }
}

/** Names objects of a plan, by their clusters. */
export function namesOf(
  plan: TenantPlan,
  objects: (
    cluster: TenantPlan['clusters'][number],
  ) => Array<{ object: { metadata: { name: string } } }>,
): ObjectName[] {
  return plan.clusters.flatMap(cluster =>
    objects(cluster).map(({ object }) => ({
      cluster: cluster.cluster,
      name: object.metadata.name,
    })),
  );
}
