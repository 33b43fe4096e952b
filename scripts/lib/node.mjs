import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheDir } from './paths.mjs';
import { runLogged } from './runLogged.mjs';
import { withStatus } from './status.mjs';

const FETCHED_VERSION = '24.21.0';

/** Backstage wants 22 or 24; its Kubernetes client needs 22.19 of the former. */
export function isSuitable(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 19);
}

/** The path of a Node that the portal runs on; fetches one from the npm registry when this one does not suit. */
export async function findNode(processes) {
  if (isSuitable(process.versions.node)) {
    return process.execPath;
  }
  const memory = path.join(cacheDir, 'node.path');
  const known = await readFile(memory, 'utf8').catch(() => undefined);
  if (known && (await isFetched(known))) {
    return known;
  }
  const fetched = await withStatus(`fetching Node ${FETCHED_VERSION}`, () =>
    fetchNode(processes),
  );
  await writeFile(memory, fetched);
  return fetched;
}

/** The environment in which children find this Node first. */
export function environmentFor(node) {
  const searched = [path.dirname(node), process.env.PATH];
  return { ...process.env, PATH: searched.join(path.delimiter) };
}

async function isFetched(node) {
  const run = promisify(execFile)(node, ['--version']);
  const { stdout } = await run.catch(() => ({ stdout: '' }));
  return stdout.trim() === `v${FETCHED_VERSION}`;
}

async function fetchNode(processes) {
  await mkdir(cacheDir, { recursive: true });
  const logFile = path.join(cacheDir, 'node.log');
  await runLogged({
    processes,
    what: 'Fetching Node',
    command: 'npx',
    args: [
      ...['--yes', '--package', `node@${FETCHED_VERSION}`, '--'],
      ...['node', '--print', 'process.execPath'],
    ],
    logFile,
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  const lines = (await readFile(logFile, 'utf8')).trim().split('\n');
  return lines.at(-1);
}
