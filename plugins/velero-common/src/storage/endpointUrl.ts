/**
 * Reads the address of a store, also one without a scheme; nothing when it cannot be read.
 *
 * @public
 */
export function urlOfEndpoint(endpoint: string): URL | undefined {
  const text = /^[a-z]+:\/\//i.test(endpoint)
    ? endpoint
    : `https://${endpoint}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}
