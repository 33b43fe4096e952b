import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../files/isAlive';
import { Processes } from '../processes/Processes';
import { pinnedVersion, ToolModule, TOOLS_FOLDER } from './toolModules';

const BUILD_LIMIT_MILLIS = 45 * 60_000;
const UNFINISHED = '.building-';

interface BuildContext {
  /** Where built modules are kept. */
  folder: string;
  env: NodeJS.ProcessEnv;
  processes: Processes;
  onProgress(step: string): void;
  signal: AbortSignal;
}

/** The folder with a module's programs; its name changes with all that they are made from. */
export async function builtFolder(
  folder: string,
  module: ToolModule,
): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) {
    hash.update(await readFile(path.join(TOOLS_FOLDER, module.name, file)));
  }
  const version = await pinnedVersion(module);
  const flags = module.ldflags?.(version);
  const { platform, arch } = process;
  hash.update(JSON.stringify([module.programs, flags, platform, arch]));
  const name = `${module.name}-${version}-${hash.digest('hex').slice(0, 12)}`;
  return path.join(folder, name);
}

/** Whether a folder is there; it gets its name when all in it is complete. */
export async function isBuilt(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}

/** Builds the programs of a module under another name first: what is half built never counts. */
export async function buildModule(
  module: ToolModule,
  context: BuildContext,
): Promise<void> {
  const built = await builtFolder(context.folder, module);
  const unfinished = `${built}${UNFINISHED}${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    for (const program of Object.keys(module.programs)) {
      await buildProgram({ module, program, folder: unfinished, context });
    }
    await rename(unfinished, built).catch(async error => {
      // Another run may have been faster.
      if (!(await isBuilt(built))) {
        throw error;
      }
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Removes what builds that were killed left behind. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.split(UNFINISHED)[1];
    if (pid && !isAlive(Number(pid))) {
      await rm(path.join(folder, name), { recursive: true, force: true });
    }
  }
}

interface Program {
  module: ToolModule;
  program: string;
  folder: string;
  context: BuildContext;
}

async function buildProgram({ module, program, folder, context }: Program) {
  const { env, processes, onProgress, signal } = context;
  const version = await pinnedVersion(module);
  const flags = module.ldflags?.(version) ?? '';
  const logFile = path.join(context.folder, `${program}.log`);
  await rm(logFile, { force: true });
  onProgress(`building ${program} ${version}`);
  const begin = performance.now();
  await processes.complete({
    name: `Building ${program}`,
    line: [
      ...['go', 'build', '-o', path.join(folder, program)],
      ...['-ldflags', flags, module.programs[program]],
    ],
    env,
    folder: path.join(TOOLS_FOLDER, module.name),
    logFile,
    limitMillis: BUILD_LIMIT_MILLIS,
    signal,
  });
  const seconds = Math.round((performance.now() - begin) / 1000);
  onProgress(`built ${program} in ${seconds} s`);
}
