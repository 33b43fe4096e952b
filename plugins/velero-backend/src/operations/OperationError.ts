import { CustomErrorBase } from '@backstage/errors';
import { BackupKey } from 'backstage-plugin-velero-common';

/** Why something was not done, with the status that the router answers. */
const STATUS = {
  'cluster-not-live': 503,
  'cluster-unreachable': 503,
  'cluster-refuses': 502,
  'right-missing': 502,
  'kind-missing': 502,
  'no-velero': 409,
  'no-location': 409,
  'location-missing': 409,
  'location-unusable': 409,
  'name-taken': 409,
  'schedule-differs': 409,
  'limit-reached': 429,
  'not-known': 504,
  'not-checked': 504,
} as const;

export type OperationProblem = keyof typeof STATUS;

/**
 * Something that was not done, or of which that is not known. The message is a sentence for users that says what to do.
 */
export class OperationError extends CustomErrorBase {
  name = 'OperationError' as const;
  readonly reason: OperationProblem;
  readonly statusCode: number;
  /** When it is possible again, in ISO 8601; with `limit-reached`. */
  readonly possibleAt?: string;
  /** The backup that there may be; with `not-known`. */
  readonly backup?: BackupKey;

  constructor(
    reason: OperationProblem,
    message: string,
    options: { possibleAt?: string; backup?: BackupKey } = {},
  ) {
    super(message);
    this.reason = reason;
    this.statusCode = STATUS[reason];
    this.possibleAt = options.possibleAt;
    this.backup = options.backup;
  }
}
