import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

/** Written when all packages have been installed. */
export const installMarker = path.join(root, 'node_modules/.installed');

// Without it yarn compares what is there; with it yarn does not look into the folders of packages.
const YARN_STATE = path.join(root, 'node_modules/.yarn-state.yml');

const MISSING =
  /(?:Cannot find (?:module|package)|Can't resolve) '([^']+)'(?:\.?\s+(?:imported from|Require stack:\s+-) (\S+))?/g;

/** When an installed package is missing, has the next run install anew; answers cause and remedy, or undefined. */
export async function explainDamage(text) {
  const lockFile = await readFile(path.join(root, 'yarn.lock'), 'utf8');
  const missing = findMissingPackage(text, lockFile);
  if (!missing) {
    return undefined;
  }
  await rm(installMarker, { force: true });
  await rm(YARN_STATE, { force: true });
  return `the installation is damaged, as ${missing} or a part of it is missing; run the same command again, which repairs it`;
}

/** The package that a tool did not find although the lock file has it; a misspelt import is no such thing. */
export function findMissingPackage(text, lockFile) {
  for (const [, what, by] of stripVTControlCharacters(text).matchAll(MISSING)) {
    const name = packageOf(what) ?? (what.startsWith('.') && packageIn(by));
    if (name && lockFile.includes(`"${name}@`)) {
      return name;
    }
  }
  return undefined;
}

/** The package of an import, which may be a path already. */
function packageOf(what) {
  return /^[./]/.test(what) ? packageIn(what) : nameIn(what);
}

function packageIn(file = '') {
  const [, ...inside] = file.split('node_modules/');
  return inside.length > 0 ? nameIn(inside.at(-1)) : undefined;
}

function nameIn(what) {
  return what.match(/^(?:@[^/]+\/)?[^/]+/)?.[0];
}
