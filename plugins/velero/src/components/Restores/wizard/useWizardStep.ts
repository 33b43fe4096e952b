import { useSearchParams } from 'react-router-dom';
import { readStep, WIZARD_STEPS, WizardStep } from './wizardSteps';

export interface WizardStepState {
  step: WizardStep;
  previous?: WizardStep;
  next?: WizardStep;
  goTo(step: WizardStep): void;
}

/** Which step is open. It is a part of the address, so that the browser's way back leads through the steps. */
export function useWizardStep(): WizardStepState {
  const [params, setParams] = useSearchParams();
  const step = readStep(params.get('step'));
  const index = WIZARD_STEPS.indexOf(step);
  return {
    step,
    previous: WIZARD_STEPS[index - 1],
    next: WIZARD_STEPS[index + 1],
    goTo: wanted =>
      setParams(before => {
        const after = new URLSearchParams(before);
        after.set('step', wanted);
        return after;
      }),
  };
}
