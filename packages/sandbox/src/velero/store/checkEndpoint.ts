const LOOPBACK = /^(localhost|127\.|\[::1\])/;

/**
 * Throws when a location's `s3Url` names a place on this machine at which no object store is. The buckets of a sandbox
 * are at its own address; any address elsewhere counts as theirs too, since nobody looks there.
 */
export function checkEndpoint(options: {
  s3Url?: string;
  storeUrl: string;
  bucket: string;
  root: string;
}) {
  const { s3Url = '', storeUrl, bucket, root } = options;
  const url = URL.canParse(s3Url) ? new URL(s3Url) : undefined;
  if (!url || !LOOPBACK.test(url.hostname)) {
    return;
  }
  const path = `${s3Url.replace(/\/$/, '')}/${bucket}`;
  const query = `delimiter=%2F&list-type=2&prefix=${encodeURIComponent(root)}`;
  if (url.host !== new URL(storeUrl).host) {
    fail(
      'exceeded maximum number of attempts, 3, ',
      `${path}?${query}`,
      `dial tcp ${url.host}: connect: connection refused`,
    );
  }
  if (url.protocol === 'https:') {
    const reason = 'http: server gave HTTP response to HTTPS client';
    fail('', `${path}?${query}`, reason);
  }
}

function fail(attempts: string, url: string, reason: string): never {
  throw new Error(
    `rpc error: code = Unknown desc = operation error S3: ListObjectsV2, ${attempts}https response error StatusCode: 0, RequestID: , HostID: , request send failed, Get "${url}": ${reason}`,
  );
}
