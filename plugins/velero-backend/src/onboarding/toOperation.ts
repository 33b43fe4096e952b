import { Operation } from 'backstage-plugin-velero-common';
import { StoredOperation } from '../store/OperationStore';
import { OperationProgress, StepRecord } from './apply/StepRecord';
import { OnboardingTask } from './OnboardingTask';

/** Makes what is shown of an operation. */
export function toOperation(stored: StoredOperation): Operation {
  const { clusters }: OperationProgress = JSON.parse(stored.progress);
  const { owner }: Pick<OnboardingTask, 'owner'> = JSON.parse(stored.task);
  return {
    id: stored.id,
    kind: stored.kind === 'offboard' ? 'offboard' : 'onboard',
    tenant: stored.subject,
    owner,
    requestedBy: stored.userRef,
    state: stored.state,
    createdAt: new Date(stored.createdAt).toISOString(),
    updatedAt: new Date(stored.updatedAt).toISOString(),
    clusters: clusters.map(({ cluster, state, message, steps }) => ({
      cluster,
      state,
      ...(message !== undefined && { message }),
      steps: steps.map(toStep),
    })),
  };
}

function toStep({ title, state, message, at }: StepRecord) {
  return {
    title,
    state,
    ...(message !== undefined && { message }),
    ...(at !== undefined && { at }),
  };
}
