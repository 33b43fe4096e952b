const SLASH = '/';

/**
 * A path without the slashes at both ends. An expression for those at the end would begin anew at each slash, and the
 * prefix of a storage location that others made may have any number of them.
 */
export function withoutSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (start < end && path[start] === SLASH) {
    start++;
  }
  while (end > start && path[end - 1] === SLASH) {
    end--;
  }
  return path.slice(start, end);
}
