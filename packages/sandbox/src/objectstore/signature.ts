import { createHash, createHmac } from 'node:crypto';
import { StoreCredential } from './StoreCredential';

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** The signature of a link by the fourth version of AWS's rules; the link says when and in whose name. */
export function signatureOf(
  link: URL,
  { secretAccessKey }: StoreCredential,
): string {
  const { searchParams } = link;
  const [, ...scope] = (searchParams.get('X-Amz-Credential') ?? '').split('/');
  const request = createHash('sha256').update(canonicalRequest(link));
  const text = [
    ALGORITHM,
    searchParams.get('X-Amz-Date') ?? '',
    scope.join('/'),
    request.digest('hex'),
  ].join('\n');
  const key = scope.reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, text).toString('hex');
}

/** All that a signature covers: method, path, query and host. */
function canonicalRequest({ pathname, searchParams, host }: URL): string {
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(pair => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&');
  const headers = `host:${host}\n`;
  return ['GET', pathname, query, headers, 'host', 'UNSIGNED-PAYLOAD'].join(
    '\n',
  );
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
