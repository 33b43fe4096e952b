import { ResponseError, toError } from '@backstage/errors';
import { Refusal } from 'backstage-plugin-velero-common';

/** The refusals of a plan as a text of several lines. */
export function explainRefusals(refusals: Refusal[]): string {
  const lines = refusals.map(
    ({ field, message, remedy }) => `- ${field}: ${message}. ${remedy}`,
  );
  return ['Refused, and nothing was written:', ...lines].join('\n');
}

/**
 * A task asks with the sign-in of who began it, for as long as that lasts: an hour as a rule. Trying again gives it the
 * sign-in of who does.
 */
const SIGNED_OUT =
  'The sign-in that the task asks with is not accepted any more, as when it has expired. Retry the task to give it a new one: it goes on with what it has begun';

/** Says why the backend did not do what it was asked for, without what was asked. */
export function explain(error: unknown): string {
  const { name, message, body } = toError(error) as Partial<ResponseError>;
  if (!body) {
    return name === 'TimeoutError'
      ? 'The Velero backend did not answer in time'
      : `${message}`;
  }
  if (statusOf(error) === 401) {
    return `${SIGNED_OUT} (${body.error.message})`;
  }
  const refusals = readRefusals(body.error);
  return refusals.length > 0 ? explainRefusals(refusals) : body.error.message;
}

/** The status of an answer; nothing when there was none. */
export function statusOf(error: unknown): number | undefined {
  return (error as Partial<ResponseError>).statusCode;
}

/** True when asking once more may give another answer. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === 429;
}

function readRefusals(error: object): Refusal[] {
  const { refusals } = error as { refusals?: unknown };
  return Array.isArray(refusals) ? refusals : [];
}
