import { ResponseError, toError } from '@backstage/errors';
import { PlannedChange } from 'backstage-plugin-velero-common';

/** What the backend would not change without having been told to. */
export interface UnacceptedChanges {
  changes: PlannedChange[];
  /** Has them made when it is sent with the same order. */
  digest: string;
}

/** Reads why an order was refused; nothing when it was for another reason. */
export function unacceptedChangesOf(
  error: unknown,
): UnacceptedChanges | undefined {
  const { body } = toError(error) as Partial<ResponseError>;
  const { changes, digest } = (body?.error ?? {}) as Partial<UnacceptedChanges>;
  return Array.isArray(changes) && typeof digest === 'string'
    ? { changes, digest }
    : undefined;
}
