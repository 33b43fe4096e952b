import { CustomErrorBase } from '@backstage/errors';

/**
 * Why a cluster did not answer as hoped.
 *
 * - `unreachable`: no connection, no trust, a time limit, a broken stream, a 5xx
 * - `unauthorized`: 401
 * - `forbidden`: 403; the message names the missing right
 * - `not-found`: 404, there is no object of that name
 * - `not-served`: 404, the resource is not served: whether there are objects of it nobody can tell
 * - `exists`: 409, there is an object of that name
 * - `changed`: 409, the object is not in the version, or is not the one, that the request is for
 * - `expired`: 410, the resource version or continue token is too old
 * - `too-many-requests`: 429
 * - `unsupported`: the server refuses this kind of request (400, 422)
 * - `malformed`: an answer that is not what an API server sends, or larger than the limits
 */
export type ClusterErrorKind =
  | 'unreachable'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'not-served'
  | 'exists'
  | 'changed'
  | 'expired'
  | 'too-many-requests'
  | 'unsupported'
  | 'malformed';

/** A failed request to a cluster. The message is fit for users: it holds neither credentials nor addresses. */
export class ClusterError extends CustomErrorBase {
  name = 'ClusterError' as const;
  readonly kind: ClusterErrorKind;
  /** Milliseconds that the server asked to wait. */
  readonly retryAfter?: number;

  constructor(
    kind: ClusterErrorKind,
    message: string,
    options: { cause?: unknown; retryAfter?: number } = {},
  ) {
    super(message, options.cause as Error | undefined);
    this.kind = kind;
    this.retryAfter = options.retryAfter;
  }
}
