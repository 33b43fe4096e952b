import { isNeverStore } from 'backstage-plugin-velero-common';
import { lookup, LookupAddress, LookupAllOptions } from 'node:dns';
import { LookupFunction } from 'node:net';
import { getCACertificates } from 'node:tls';
import { buildConnector } from 'undici';
import { ArtifactError } from './ArtifactError';

const guardedLookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupAllOptions = { ...options, all: true };
  lookup(hostname, all, (error, addresses) => {
    if (error) {
      callback(error, []);
    } else if (addresses.some(({ address }) => isNeverStore(address))) {
      callback(refusal(), []);
    } else {
      answer(addresses, options.all ?? false, callback);
    }
  });
};

/**
 * Connects to stores. The addresses are checked where the connection is made: a name that was looked up before could
 * lead elsewhere a moment later.
 */
export function createStoreConnector(options: {
  timeout: number;
  /** PEM of an authority, besides those that the portal trusts anyway. */
  authority?: string;
}): buildConnector.connector {
  const { timeout, authority } = options;
  const connect = buildConnector({
    timeout,
    allowH2: false,
    lookup: guardedLookup,
    ...(authority && { ca: [...getCACertificates('default'), authority] }),
  });
  return (target, callback) => {
    // A literal address is never looked up.
    if (isNeverStore(target.hostname.replace(/^\[|\]$/g, ''))) {
      callback(refusal(), null);
    } else {
      connect(target, callback);
    }
  };
}

function answer(
  addresses: LookupAddress[],
  all: boolean,
  callback: Parameters<LookupFunction>[2],
) {
  if (all) {
    callback(null, addresses);
  } else {
    const [{ address, family }] = addresses;
    callback(null, address, family);
  }
}

function refusal(): ArtifactError {
  return new ArtifactError(
    'address-refused',
    'The link that Velero made leads to an address where no store is, as that of the metadata service of a cloud, which the portal never asks; look at the URL of the storage location',
  );
}
