import { Readable } from 'node:stream';

/**
 * Sends requests to one API server, with the credential for it. The paths come from the Velero plugin only, never from
 * a user.
 *
 * @public
 */
export interface ClusterTransport {
  /**
   * Sends a request and resolves when the headers of the answer have come, whatever its status is. It never
   * follows a redirect, because that would hand the credential to somebody else.
   */
  request(options: TransportRequest): Promise<TransportResponse>;
  /** Ends what is under way and frees the connections. */
  close(): Promise<void>;
}

/**
 * A request to an API server.
 *
 * @public
 */
export interface TransportRequest {
  /** `GET` when absent. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Begins with `/`, without query. */
  path: string;
  query?: Record<string, string>;
  /** JSON to send; with `PATCH` a JSON merge patch (RFC 7396), which has a content type of its own. */
  body?: string;
  /** What the header `Accept` says; `application/json` when absent. */
  accept?: string;
  /** Covers connecting up to the end of the body. */
  signal: AbortSignal;
  /** Milliseconds until the headers of the answer must have come. */
  headersTimeout: number;
  /** Milliseconds without a byte after which the body counts as broken. */
  bodyTimeout: number;
}

/**
 * The answer of an API server, with a body that is still to be read.
 *
 * @public
 */
export interface TransportResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Readable;
}
