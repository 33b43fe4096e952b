import { IncomingMessage, ServerResponse } from 'node:http';
import { Buckets } from './Buckets';
import { DownloadLinks } from './DownloadLinks';

/** Answers signed links: `/<bucket>/<key>?X-Amz-…`. */
export function bucketRoute(buckets: Buckets, links: DownloadLinks) {
  return (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const [, bucket, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const target = { bucket, key: rest.join('/') };
    const check = links.check(target, url.searchParams);
    // The signature covers the method: a HEAD does not match it.
    if (request.method !== 'GET' || check === 'mismatch') {
      sendS3Error(response, 403, 'SignatureDoesNotMatch');
    } else if (check === 'expired') {
      sendS3Error(response, 403, 'AccessDenied', 'Request has expired');
    } else {
      sendObject(response, buckets.get(bucket)?.read(target.key));
    }
  };
}

/** The files are compressed by themselves, so there is no Content-Encoding. */
function sendObject(response: ServerResponse, content?: Buffer) {
  if (!content) {
    sendS3Error(response, 404, 'NoSuchKey');
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': content.length,
  });
  response.end(content);
}

function sendS3Error(
  response: ServerResponse,
  status: number,
  code: string,
  message = code,
) {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  );
}
