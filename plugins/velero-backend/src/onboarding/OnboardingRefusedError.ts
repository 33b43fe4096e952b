import { CustomErrorBase } from '@backstage/errors';
import { Refusal } from 'backstage-plugin-velero-common';

/** A tenant cannot be onboarded as asked. Nothing was written. */
export class OnboardingRefusedError extends CustomErrorBase {
  name = 'OnboardingRefusedError' as const;
  readonly statusCode = 400;
  readonly refusals: Refusal[];

  constructor(refusals: Refusal[]) {
    super(
      refusals
        .map(({ field, message, remedy }) => `${field}: ${message}. ${remedy}`)
        .join('\n'),
    );
    this.refusals = refusals;
  }
}
