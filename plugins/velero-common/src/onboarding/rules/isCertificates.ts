const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/**
 * Tells whether a text holds certificates in PEM and nothing else. It is cut at the markers, and each part looked at once:
 * one expression for the whole text would try all ways to share out the line breaks between two of them.
 */
export function isCertificates(text: string): boolean {
  const [before, ...blocks] = text.split(BEGIN);
  return isBlank(before) && blocks.length > 0 && blocks.every(isBlock);
}

/** What stands between two beginnings. */
function isBlock(text: string): boolean {
  const [body, after, ...more] = text.split(END);
  return (
    more.length === 0 &&
    after !== undefined &&
    isBlank(after) &&
    /^[A-Za-z0-9+/= \t\r\n]+$/.test(body)
  );
}

/** Other spaces than these do not go into the base64 of a storage location. */
function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
