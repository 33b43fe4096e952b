import os from 'node:os';
import path from 'node:path';

/** Where tools, logs and the data of runs are; survives a fresh checkout, as tools take long to build. */
export function cacheFolder(env = process.env): string {
  const caches = env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return path.join(caches, 'velero-for-backstage', 'real-velero');
}
