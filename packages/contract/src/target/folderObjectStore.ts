import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ContractObjectStore } from './ContractTarget';

/** An object store whose buckets are folders and whose objects are files in them. */
export function folderObjectStore(
  folder: string,
): Pick<
  ContractObjectStore,
  'createBucket' | 'list' | 'read' | 'write' | 'remove'
> {
  const fileOf = (bucket: string, key: string) => join(folder, bucket, key);
  return {
    createBucket: async name => {
      await mkdir(join(folder, name));
    },
    list: (bucket, prefix) => listKeys(join(folder, bucket), prefix),
    read: (bucket, key) => readIfThere(fileOf(bucket, key)),
    write: async (bucket, key, content) => {
      const file = fileOf(bucket, key);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    },
    remove: (bucket, prefix) =>
      rm(fileOf(bucket, prefix), { recursive: true, force: true }),
  };
}

async function listKeys(root: string, prefix: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .filter(key => key.startsWith(prefix))
    .sort();
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(error => {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
}
