import { Operation } from 'backstage-plugin-velero-common';
import { OnboardingReader } from './Onboarding';

/** Whether an operation concerns a reader: who asked for it, whom it is for, and administrators. */
export function isOperationOf(
  operation: Operation,
  reader: OnboardingReader,
): boolean {
  return (
    reader.administrator ||
    operation.requestedBy === reader.userRef ||
    reader.ownershipRefs.includes(operation.owner)
  );
}
