import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the scripts remember between runs, and their logs. */
export const cacheDir = path.join(root, '.cache');

/** Names a file below the root as users see it. */
export function relativeToRoot(file) {
  return path.relative(root, file);
}
