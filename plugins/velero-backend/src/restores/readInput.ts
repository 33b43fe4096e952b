import { InputError } from '@backstage/errors';
import {
  readRestorePolicies,
  readRestoreWish,
  Refusal,
  RestorePolicy,
  RestoreWish,
} from 'backstage-plugin-velero-common';

/**
 * @param options - `needsReason` is false where nothing is asked for yet
 * @throws InputError with all that is wrong
 */
export function readWish(
  input: unknown,
  options: { needsReason: boolean },
): RestoreWish {
  const { wish, refusals } = readRestoreWish(input, options);
  if (!wish) {
    throw unreadable(refusals);
  }
  return wish;
}

/** @throws InputError with all that is wrong */
export function readGivenPolicies(input: unknown): RestorePolicy[] | undefined {
  if (input === undefined) {
    return undefined;
  }
  const { policies, refusals } = readRestorePolicies(input);
  if (!policies) {
    throw unreadable(refusals);
  }
  return policies;
}

function unreadable(refusals: Refusal[]): InputError {
  return new InputError(
    refusals.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n'),
  );
}
