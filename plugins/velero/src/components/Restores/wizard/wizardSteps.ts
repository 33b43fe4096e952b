export const WIZARD_STEPS = [
  'what',
  'where',
  'how',
  'checks',
  'why',
  'review',
] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

export function readStep(text: string | null): WizardStep {
  return WIZARD_STEPS.find(step => step === text) ?? WIZARD_STEPS[0];
}
