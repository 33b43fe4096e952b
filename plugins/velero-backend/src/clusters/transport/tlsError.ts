import { ClusterError } from '../ClusterError';
import { errorCode } from '../http/networkError';
import { isUntrustedCertificate } from '../../lib/isUntrustedCertificate';

/** Says which setting mends a TLS failure; undefined for other failures. */
export function toTlsError(
  error: unknown,
  configKey: string,
): ClusterError | undefined {
  const code = errorCode(error);
  const message = describe(code, configKey);
  return message
    ? new ClusterError('unreachable', `${message} (${code})`)
    : undefined;
}

function describe(code: string, configKey: string): string | undefined {
  if (isUntrustedCertificate(code)) {
    return `The certificate of the API server is not trusted; set ${configKey}.caData or ${configKey}.caFile to the authority that issued it`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `The certificate of the API server is for another host name than that of ${configKey}.url`;
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return 'The certificate of the API server is not valid at this time';
  }
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER') {
    return `The server at ${configKey}.url does not speak TLS`;
  }
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return 'The API server and the portal cannot agree on a TLS connection';
  }
  return undefined;
}
