/** Characters of JSON that are kept of one object; a usual Backup has 2,000. */
const MAXIMUM = 64 * 1024;

/** The parts that may be left out of an object that is too large, least useful first. */
const DISPENSABLE = [
  ['metadata', 'labels'],
  ['metadata', 'annotations'],
  ['spec', 'orderedResources'],
  ['spec', 'hooks'],
  ['spec', 'template'],
  ['spec'],
  ['status', 'validationErrors'],
  ['status'],
];

/** Gives the JSON of a document, without its least useful parts when it is larger than an object may be. */
export function trimDocument(document: Record<string, unknown>): string {
  let json = JSON.stringify(document);
  let trimmed = document;
  for (const path of DISPENSABLE) {
    if (json.length <= MAXIMUM) {
      return json;
    }
    trimmed = without(trimmed, path);
    json = JSON.stringify(trimmed);
  }
  return json;
}

function without(
  document: Record<string, unknown>,
  [key, ...rest]: string[],
): Record<string, unknown> {
  const { [key]: value, ...others } = document;
  if (rest.length === 0 || typeof value !== 'object' || value === null) {
    return rest.length === 0 ? others : document;
  }
  return { ...others, [key]: without(value as Record<string, unknown>, rest) };
}
