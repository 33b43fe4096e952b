import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

/** Digests files and folders, given relative to the root; what does not exist counts as absent. */
export async function contentHash(paths) {
  const files = (await Promise.all(paths.map(filesBelow))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function filesBelow(relative) {
  const absolute = path.join(root, relative);
  const stats = await stat(absolute).catch(() => undefined);
  if (!stats?.isDirectory()) {
    return stats ? [relative] : [];
  }
  const entries = await readdir(absolute);
  const nested = entries.map(entry => filesBelow(path.join(relative, entry)));
  return (await Promise.all(nested)).flat();
}
