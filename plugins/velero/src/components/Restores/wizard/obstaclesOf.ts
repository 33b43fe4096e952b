import { RestoreForm } from './RestoreForm';
import { canBePreviewed } from './problemsOf';
import { WizardStep } from './wizardSteps';

/** Why it cannot be asked for yet, and in which step something can be done about it. */
export interface Obstacle {
  reason:
    | 'wrongFields'
    | 'reasonMissing'
    | 'notChecked'
    | 'checksFailed'
    | 'refused'
    | 'notConfirmed';
  step: WizardStep;
}

export function obstaclesOf(form: RestoreForm): Obstacle[] {
  const { draft, problems, wish } = form;
  const obstacles: Array<Obstacle | false> = [
    !canBePreviewed(problems) && { reason: 'wrongFields', step: stepOf(form) },
    draft.reason.trim() === ''
      ? { reason: 'reasonMissing', step: 'why' }
      : (problems.reason ?? problems.ticket) !== undefined && {
          reason: 'wrongFields',
          step: 'why',
        },
    checkObstacle(form),
    draft.whole &&
      draft.confirmation !== wish?.backup.name && {
        reason: 'notConfirmed',
        step: 'review',
      },
  ];
  return obstacles.filter(obstacle => obstacle !== false);
}

function checkObstacle(form: RestoreForm): Obstacle | false {
  const { preview, problems } = form;
  if (preview.answer) {
    return !preview.answer.allow && { reason: 'refused', step: 'checks' };
  }
  if (preview.error) {
    return { reason: 'checksFailed', step: 'checks' };
  }
  return (
    canBePreviewed(problems) && {
      reason: 'notChecked',
      step: form.wish ? 'checks' : 'what',
    }
  );
}

function stepOf({ problems }: RestoreForm): WizardStep {
  if (problems.namespaces) {
    return 'what';
  }
  return Object.keys(problems.targets).length > 0 ? 'where' : 'how';
}
