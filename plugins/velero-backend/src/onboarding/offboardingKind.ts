import { PauseStep } from './apply/PauseStep';
import { UnansweredStep } from './apply/UnansweredStep';
import { OffboardingTask, PausedSchedule } from './OnboardingTask';
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
              new PauseStep({ ...schedule, message: messageOf(schedule) }),
          )
        : [new UnansweredStep(problem)];
    recordSteps(record, steps);
    return steps;
  },
};

function messageOf({ lastExpires }: PausedSchedule): string {
  return lastExpires
    ? `Its backups stay; the last one expires at ${lastExpires}`
    : 'It has no backups';
}
