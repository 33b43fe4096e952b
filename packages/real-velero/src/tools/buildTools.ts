import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../files/cacheFolder';
import { allOrNone } from '../processes/allOrNone';
import { Processes } from '../processes/Processes';
import {
  buildModule,
  builtFolder,
  isBuilt,
  removeUnfinished,
} from './buildModule';
import { assertGo } from './goVersion';
import {
  ETCD,
  KUBERNETES,
  S3,
  ToolModule,
  VELERO,
  VELERO_PLUGIN,
} from './toolModules';

/** Paths of the programs. */
export interface Tools {
  etcd: string;
  apiServer: string;
  controllerManager: string;
  kubectl: string;
  velero: string;
  /** The folder of Velero's plugins. */
  plugins: string;
  s3: string;
}

export interface BuildToolsOptions {
  /** Told of each step, such as `building velero v1.18.3`. */
  onProgress?: (step: string) => void;
  /** Ends the build. */
  signal?: AbortSignal;
  /** The environment of `go`. */
  env?: NodeJS.ProcessEnv;
}

// Cheap ones first: what is wrong with the machine shows early. Velero finds most of the plugin's packages compiled.
const MODULES = [ETCD, S3, VELERO_PLUGIN, KUBERNETES, VELERO];

/** Builds the tools that are not there yet, and tells where all are. */
export async function buildTools(
  options: BuildToolsOptions = {},
): Promise<Tools> {
  const { env = process.env } = options;
  const folder = path.join(cacheFolder(env), 'tools');
  await mkdir(folder, { recursive: true });
  const missing = await findMissing(folder);
  if (missing.length > 0) {
    await assertGo(env);
    await removeUnfinished(folder);
    await buildAll(missing, folder, options);
  }
  return locate(folder);
}

/** Where the tools are when all of them are built already. */
export async function findBuiltTools(
  env = process.env,
): Promise<Tools | undefined> {
  const folder = path.join(cacheFolder(env), 'tools');
  const missing = await findMissing(folder);
  return missing.length === 0 ? locate(folder) : undefined;
}

async function findMissing(folder: string) {
  const missing: ToolModule[] = [];
  for (const module of MODULES) {
    if (!(await isBuilt(await builtFolder(folder, module)))) {
      missing.push(module);
    }
  }
  return missing;
}

/**
 * Builds the first alone, as all others need much of what that compiles, and then two at a time: while one downloads, links
 * or compiles the one huge package of its cloud, there is a core to spare.
 */
async function buildAll(
  [first, ...others]: ToolModule[],
  folder: string,
  options: BuildToolsOptions,
) {
  const processes = new Processes();
  const failure = new AbortController();
  const { env = process.env, onProgress = () => {} } = options;
  const signals = [failure.signal, options.signal].filter(s => s !== undefined);
  const signal = AbortSignal.any(signals);
  const context = { folder, env, processes, onProgress, signal };
  const work = async () => {
    for (let next = others.shift(); next; next = others.shift()) {
      await buildModule(next, context);
    }
  };
  try {
    await buildModule(first, context);
    await allOrNone([work(), work()], failure);
  } finally {
    await processes.stop();
  }
}

async function locate(folder: string): Promise<Tools> {
  const plugins = await builtFolder(folder, VELERO_PLUGIN);
  const find = async (module: ToolModule, program: string) =>
    path.join(await builtFolder(folder, module), program);
  return {
    etcd: await find(ETCD, 'etcd'),
    apiServer: await find(KUBERNETES, 'kube-apiserver'),
    controllerManager: await find(KUBERNETES, 'kube-controller-manager'),
    kubectl: await find(KUBERNETES, 'kubectl'),
    velero: await find(VELERO, 'velero'),
    plugins,
    s3: await find(S3, 'versitygw'),
  };
}
