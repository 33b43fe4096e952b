/** Compares versions like `v1.18.3`; what comes before a release, as `v1.18.1-rc.1`, is not that release yet. */
export function isAtLeast(version: string, minimum: string): boolean {
  const found = /^v?(\d+)\.(\d+)\.(\d+)(-[^+]*)?(\+.*)?$/.exec(version);
  if (!found) {
    return false;
  }
  const wanted = minimum.split('.').map(Number);
  for (const [i, part] of wanted.entries()) {
    const own = Number(found[i + 1]);
    if (own !== part) {
      return own > part;
    }
  }
  return found[4] === undefined;
}
