import { StoreEndpoints } from '../../objectstore/StoreEndpoints';

const LOOPBACK = /^(localhost|127\.|\[::1\])/;
/** Nothing listens there, wherever that is. */
const SILENT_PORT = '1';
const RETRIED = 'exceeded maximum number of attempts, 3, ';

/**
 * Throws when a location's `s3Url` names a place on this machine at which no object store is, or one that nothing
 * vouches for. The buckets of a sandbox are at its own addresses; any address elsewhere counts as theirs too, since
 * nobody looks there, but at port 1, where no store is anywhere.
 */
export function checkEndpoint(options: {
  config: Record<string, string>;
  /** The certificates that the location trusts, as PEM. */
  trusted?: string;
  endpoints: StoreEndpoints;
  bucket: string;
  root: string;
}) {
  const { config, trusted = '', endpoints } = options;
  const { s3Url = '', insecureSkipTLSVerify = '' } = config;
  const url = URL.canParse(s3Url) ? new URL(s3Url) : undefined;
  if (!url || !(LOOPBACK.test(url.hostname) || url.port === SILENT_PORT)) {
    return;
  }
  const target = targetOf(s3Url, options);
  const encrypted = url.protocol === 'https:';
  if (isAt(url, endpoints.secure())) {
    const known = trusted.includes(endpoints.certificate?.trim() ?? '');
    if (encrypted && !known && !/^(1|t|true)$/i.test(insecureSkipTLSVerify)) {
      const reason =
        'tls: failed to verify certificate: x509: certificate signed by unknown authority';
      fail(RETRIED, target, reason);
    }
  } else if (!isAt(url, [endpoints.plain()])) {
    fail(RETRIED, target, `dial tcp ${url.host}: connect: connection refused`);
  } else if (encrypted) {
    fail('', target, 'http: server gave HTTP response to HTTPS client');
  }
}

function isAt(url: URL, addresses: string[]): boolean {
  return addresses.some(address => new URL(address).host === url.host);
}

function targetOf(
  s3Url: string,
  { bucket, root }: { bucket: string; root: string },
): string {
  const prefix = encodeURIComponent(root);
  const query = `delimiter=%2F&list-type=2&prefix=${prefix}`;
  return `${s3Url.replace(/\/$/, '')}/${bucket}?${query}`;
}

function fail(attempts: string, url: string, reason: string): never {
  throw new Error(
    `rpc error: code = Unknown desc = operation error S3: ListObjectsV2, ${attempts}https response error StatusCode: 0, RequestID: , HostID: , request send failed, Get "${url}": ${reason}`,
  );
}
