import { IncomingMessage, ServerResponse } from 'node:http';
import { Buckets } from './Buckets';
import { DownloadLinks } from './DownloadLinks';
import {
  NO_SUCH_BUCKET,
  NO_SUCH_KEY,
  S3Refusal,
  SIGNATURE_MISMATCH,
} from './S3Failure';

/** Answers signed links: `/<bucket>/<key>?X-Amz-…`. */
export function bucketRoute(buckets: Buckets, links: DownloadLinks) {
  return (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const [, name, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    const bucket = buckets.get(name);
    // The signature covers the method: a HEAD does not match it.
    const refusal =
      request.method === 'GET'
        ? links.refusalOf({ bucket: name, key }, url.searchParams)
        : SIGNATURE_MISMATCH;
    const content = refusal ? undefined : bucket?.read(key);
    if (content) {
      sendObject(response, content);
    } else {
      sendRefusal(response, refusal ?? (bucket ? NO_SUCH_KEY : NO_SUCH_BUCKET));
    }
  };
}

/** The files are compressed by themselves, so there is no Content-Encoding. */
function sendObject(response: ServerResponse, content: Buffer) {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': content.length,
  });
  response.end(content);
}

function sendRefusal(response: ServerResponse, refusal: S3Refusal) {
  const { status, code, message } = refusal;
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  );
}
