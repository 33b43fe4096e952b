import { ArtifactError } from './ArtifactError';

/** @throws ArtifactError when it is not whole; the text is not quoted, as it may be anybody's */
export function parseJsonFile(text: string, noun: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(noun);
  }
}

/** The error for a file that is whole, but not what Velero writes. */
export function malformed(noun: string): ArtifactError {
  return new ArtifactError(
    'malformed',
    `The ${noun} in the object store is damaged or cut in the middle: it is not the JSON that Velero writes, and fetching it again will not help`,
  );
}
