import { lastExpiryInWords } from 'backstage-plugin-velero-common';
import { PauseStep } from './apply/PauseStep';
import { UnansweredStep } from './apply/UnansweredStep';
import { OffboardingTask } from './OnboardingTask';
import { OperationKind } from './OperationRunner';
import { recordSteps } from './tenantSteps';

/** Operations that pause the schedules of a tenant. */
export const offboardingKind: OperationKind = {
  steps(operation, record) {
    const task: OffboardingTask = JSON.parse(operation.task);
    const { schedules, problem } = task.clusters.find(
      ({ cluster }) => cluster === record.cluster,
    )!;
    const steps =
      problem === undefined
        ? schedules.map(
            schedule =>
              new PauseStep({
                ...schedule,
                message: lastExpiryInWords(schedule),
              }),
          )
        : [new UnansweredStep(problem)];
    recordSteps(record, steps);
    return steps;
  },
};
