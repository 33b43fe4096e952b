import { Readable } from 'node:stream';
import { ArtifactError } from './ArtifactError';

const MAX_BYTES = 16 * 1024;

/** Reads why a store did not give a file: S3 and those like it say so in a word within XML. */
export async function readStoreRefusal(
  response: { statusCode: number; body: Readable },
  noun: string,
): Promise<ArtifactError> {
  const { statusCode } = response;
  const word = await readCode(response.body);
  const said = word ? `${statusCode} ${word}` : String(statusCode);
  if (statusCode >= 300 && statusCode < 400) {
    return new ArtifactError(
      'store-refuses',
      `The object store sends the portal elsewhere (${said}), where it does not follow; look at the region and the URL of the storage location`,
    );
  }
  if (statusCode === 404) {
    return new ArtifactError('missing', missing(word, said, noun));
  }
  if (statusCode === 401 || statusCode === 403) {
    return new ArtifactError(
      'store-refuses',
      `The object store does not accept the link that Velero signed (${said}); look at the credential of the storage location and at the clocks of Velero and the store`,
    );
  }
  return new ArtifactError(
    'store-refuses',
    `The object store does not give the ${noun} (${said}); try again later`,
  );
}

function missing(word: string | undefined, said: string, noun: string): string {
  return word === 'NoSuchBucket'
    ? `The bucket of the backup is not in the object store (${said}); look at the storage location`
    : `There is no such ${noun} in the object store (${said}): Velero stored none, or it was removed from there`;
}

/** Only a bare word is passed on: messages of stores hold addresses. */
async function readCode(body: Readable): Promise<string | undefined> {
  let text = '';
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      text += chunk.toString('latin1');
      if (text.length > MAX_BYTES) {
        break;
      }
    }
  } catch {
    // The status alone says enough.
  }
  return /<Code>([A-Za-z]{1,64})<\/Code>/.exec(text)?.[1];
}
