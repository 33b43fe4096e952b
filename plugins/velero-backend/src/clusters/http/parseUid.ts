import { isJsonObject, parseJsonObject } from './json';

/** Reads the uid of an object. */
export function parseUid(object: Buffer): string | undefined {
  const { metadata } = parseJsonObject(object, 'An object');
  return isJsonObject(metadata) && typeof metadata.uid === 'string'
    ? metadata.uid
    : undefined;
}
