import { TransportResponse } from 'backstage-plugin-velero-node';
import { ClusterError } from '../ClusterError';
import { isJsonObject, JsonObject } from './json';
import { readBody } from './readBody';
import { describeRight, Right } from './resources';

const MAX_ERROR_BYTES = 256 * 1024;
const MAX_MESSAGE_LENGTH = 300;
const MAX_RETRY_AFTER = 5 * 60_000;

/** Reads why an API server refused what the right is for. */
export async function readResponseError(
  response: TransportResponse,
  right: Right,
): Promise<ClusterError> {
  const text = await readBody(response.body, MAX_ERROR_BYTES);
  return responseError({
    code: response.status,
    status: parseStatus(text),
    isUnknownPath: text.toString('latin1').trim() === '404 page not found',
    retryAfter: parseRetryAfter(response.headers['retry-after']),
    right,
  });
}

/** The same for a Status that comes within a watch stream. */
export function statusError(status: JsonObject, right: Right): ClusterError {
  const code = typeof status.code === 'number' ? status.code : 500;
  return responseError({ code, status, isUnknownPath: false, right });
}

interface Refusal {
  code: number;
  /** The Status object, absent when something else than an API server answered. */
  status?: JsonObject;
  /** The plain text with which an API server answers for groups that it does not know. */
  isUnknownPath: boolean;
  retryAfter?: number;
  right: Right;
}

function responseError(refusal: Refusal): ClusterError {
  const { code, retryAfter } = refusal;
  if (isTooNewVersion(refusal)) {
    return new ClusterError(
      'expired',
      'The cluster is at an earlier resource version than the portal',
    );
  }
  if (code >= 500) {
    return new ClusterError(
      'unreachable',
      `${answerer(refusal)} fails with status ${code}`,
      { retryAfter },
    );
  }
  switch (code) {
    case 401:
      return new ClusterError(
        'unauthorized',
        `${answerer(refusal)} does not accept the portal's credential (401)`,
      );
    case 403:
      return forbidden(refusal);
    case 404:
      return notFound(refusal);
    case 409:
      return conflict(refusal);
    case 410:
      return new ClusterError(
        'expired',
        'The cluster no longer knows the resource version',
      );
    case 429:
      return new ClusterError(
        'too-many-requests',
        'The API server asks for fewer requests (429)',
        { retryAfter },
      );
    case 400:
    case 405:
    case 406:
    case 422:
      return unsupported(refusal);
    default:
      return noApiServer(refusal);
  }
}

function forbidden({ status, right }: Refusal): ClusterError {
  return new ClusterError(
    'forbidden',
    status
      ? `The portal's account may not ${describeRight(right)}`
      : 'Something before the API server forbids the request (403)',
  );
}

function notFound(refusal: Refusal): ClusterError {
  const { details } = refusal.status ?? {};
  // Only the answer about an object that is missing names it; the one about a resource that is not served does not.
  if (isJsonObject(details) && typeof details.name === 'string') {
    return new ClusterError(
      'not-found',
      `The cluster has no ${details.kind} of the name '${details.name}'`,
    );
  }
  return refusal.status || refusal.isUnknownPath
    ? new ClusterError(
        'not-served',
        `The cluster does not serve ${refusal.right.resource}`,
      )
    : noApiServer(refusal);
}

function conflict(refusal: Refusal): ClusterError {
  switch (refusal.status?.reason) {
    case 'AlreadyExists':
      return new ClusterError(
        'exists',
        'The cluster already has an object of that name',
      );
    case 'Conflict':
      return new ClusterError(
        'changed',
        'The object in the cluster has changed meanwhile',
      );
    default:
      return unsupported(refusal);
  }
}

function unsupported(refusal: Refusal): ClusterError {
  const { code, status, right } = refusal;
  return status
    ? new ClusterError(
        'unsupported',
        `The API server does not take the request to ${describeRight(
          right,
        )} (${code})${quote(status, right)}`,
      )
    : noApiServer(refusal);
}

function noApiServer({ code }: Refusal): ClusterError {
  return new ClusterError(
    'malformed',
    `The cluster's URL does not lead to a Kubernetes API server (${code})`,
  );
}

/** The server has gone back in time, as after a restored etcd. */
function isTooNewVersion({ code, status }: Refusal): boolean {
  const details = status?.details;
  const causes = isJsonObject(details) ? details.causes : undefined;
  return (
    code === 504 &&
    Array.isArray(causes) &&
    causes.some(
      cause =>
        isJsonObject(cause) && cause.reason === 'ResourceVersionTooLarge',
    )
  );
}

function answerer({ status }: Refusal): string {
  return status ? 'The API server' : 'What answers for the cluster';
}

/** What an API server says of a Secret may hold parts of it. */
function quote({ message }: JsonObject, { resource }: Right): string {
  return typeof message === 'string' && resource !== 'secrets'
    ? `: ${message.slice(0, MAX_MESSAGE_LENGTH)}`
    : '';
}

function parseStatus(text: Buffer): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text.toString('utf8'));
    return isJsonObject(value) && value.kind === 'Status' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Seconds or a date, capped so that no cluster can silence itself for good. */
function parseRetryAfter(
  header: string | string[] | undefined,
): number | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (!text) {
    return undefined;
  }
  const milliseconds = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - Date.now();
  return milliseconds >= 0
    ? Math.min(milliseconds, MAX_RETRY_AFTER)
    : undefined;
}
