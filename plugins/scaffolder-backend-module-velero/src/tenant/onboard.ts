import { DEFAULT_PACE, Pace } from '../lib/pollUntil';
import { TaskContext } from '../lib/TaskContext';
import { tell } from '../lib/telling';
import {
  beginOnboarding,
  namesOf,
  ObjectName,
  Onboarding,
  planOrThrow,
} from './beginOnboarding';
import { followOperation } from './followOperation';
import { ClusterOutcome, outcomeInWords, outcomesOf } from './outcomeOf';

/** What the action gives to the steps behind it. */
export interface OnboardingOutputs {
  operationId: string;
  clusters: ClusterOutcome[];
  locations: ObjectName[];
  schedules: ObjectName[];
  summary: string;
  digest: string;
}

/** Tells what would be done, and does nothing. */
export async function dryRun(
  ctx: TaskContext,
  onboarding: Onboarding,
): Promise<OnboardingOutputs> {
  const { plan, digest = '' } = await planOrThrow(ctx, onboarding);
  return {
    operationId: '',
    clusters: [],
    locations: namesOf(plan, ({ locations }) => locations),
    schedules: namesOf(plan, ({ schedules }) => schedules),
    summary: 'Nothing was written: this was a dry run',
    digest,
  };
}

/** Has the plan applied, and waits for the end. */
export async function onboard(
  ctx: TaskContext,
  options: Onboarding & { timeLimit: number; pace?: Pace },
): Promise<OnboardingOutputs> {
  const { velero, timeLimit, pace = DEFAULT_PACE } = options;
  const begun = await beginOnboarding(ctx, options);
  const { operationId: id, locations, schedules } = begun;
  tell(ctx, `Operation ${id} is under way`);
  const operation = await followOperation(ctx, { velero, id, timeLimit, pace });
  return {
    operationId: id,
    clusters: outcomesOf(operation),
    locations,
    schedules,
    summary: outcomeInWords(operation),
    digest: '',
  };
}
