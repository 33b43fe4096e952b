import { errorCode } from '../clusters/http/networkError';
import { isUntrustedCertificate } from '../lib/isUntrustedCertificate';
import { ArtifactError } from './ArtifactError';

const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: 'refuses connections',
  ENOTFOUND: 'has a host name that the portal does not know',
  EAI_AGAIN: 'has a host name that could not be looked up',
  EHOSTUNREACH: 'cannot be reached from the portal in the network',
  ENETUNREACH: 'cannot be reached from the portal in the network',
  ETIMEDOUT: 'does not take connections in time',
  UND_ERR_CONNECT_TIMEOUT: 'does not take connections in time',
  UND_ERR_HEADERS_TIMEOUT: 'does not answer in time',
};

/** What went wrong between the portal and the store, in words for users: the texts of Node.js hold addresses. */
export function toStoreError(error: unknown, noun: string): ArtifactError {
  if (error instanceof ArtifactError) {
    return error;
  }
  const code = errorCode(error);
  if (isUntrustedCertificate(code)) {
    return untrusted(code);
  }
  if (/^(CERT_|ERR_TLS|ERR_SSL|EPROTO)/.test(code)) {
    return new ArtifactError(
      'store-unreachable',
      `The portal and the object store cannot agree on a TLS connection (${code}); look at the certificate of the store and at the URL of the storage location`,
    );
  }
  if (Object.hasOwn(UNREACHABLE, code)) {
    return new ArtifactError(
      'store-unreachable',
      `The object store ${UNREACHABLE[code]} (${code}); the portal has to reach it at the address that the storage location gives, such as its publicUrl`,
    );
  }
  const silent = code === 'UND_ERR_BODY_TIMEOUT';
  return new ArtifactError(
    'cut',
    `The ${noun} came only in part: the connection to the object store ${
      silent ? 'fell silent' : 'broke'
    }${code && ` (${code})`}; try again`,
  );
}

function untrusted(code: string): ArtifactError {
  return new ArtifactError(
    'certificate-unknown',
    `The portal does not know the authority of the object store's certificate (${code}); put it into spec.objectStorage.caCert of the storage location, or start the portal with NODE_EXTRA_CA_CERTS`,
  );
}
