import { ClusterError } from '../ClusterError';

const MESSAGES: Record<string, string> = {
  ECONNREFUSED: 'The cluster refuses connections',
  ENOTFOUND: "The host name of the cluster's URL is not known",
  EAI_AGAIN: "The host name of the cluster's URL could not be looked up",
  EHOSTUNREACH: 'There is no way to the cluster in the network',
  ENETUNREACH: 'There is no way to the cluster in the network',
  ETIMEDOUT: 'The cluster does not take connections in time',
  UND_ERR_CONNECT_TIMEOUT: 'The cluster does not take connections in time',
  UND_ERR_HEADERS_TIMEOUT: 'The cluster does not answer in time',
  UND_ERR_BODY_TIMEOUT: 'The connection to the cluster fell silent',
};

/**
 * What went wrong below HTTP, in words for users: the texts of Node.js hold addresses.
 */
export function toClusterError(error: unknown): ClusterError {
  if (error instanceof ClusterError) {
    return error;
  }
  const code = errorCode(error);
  const message = MESSAGES[code] ?? 'The connection to the cluster broke';
  return new ClusterError(
    'unreachable',
    code ? `${message} (${code})` : message,
  );
}

/** The code by which Node.js and undici tell errors apart; empty when there is none. */
export function errorCode(error: unknown): string {
  const code =
    typeof error === 'object' && error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
