import path from 'node:path';
import { startCluster } from './cluster/startCluster';
import { CREDENTIAL } from './cluster/installVelero';
import { cacheFolder } from './files/cacheFolder';
import { RunFolder } from './files/RunFolder';
import { findNamespaceWay } from './network/namespaceWays';
import { assertVeleroPortFree } from './network/assertVeleroPortFree';
import { OUTSIDE_ADDRESS } from './network/startNamespace';
import {
  BUCKET,
  PlainObjectStore,
  startObjectStore,
} from './objectstore/startObjectStore';
import { startSecureFront } from './objectstore/startSecureFront';
import { allOrNone } from './processes/allOrNone';
import {
  RealCluster,
  RealObjectStore,
  RealVelero,
  RealVeleroOptions,
} from './RealVelero';
import { Run } from './Run';
import { buildTools } from './tools/buildTools';

/** Starts one or two real clusters with Velero, and builds what they need when it is not there yet. */
export async function startRealVelero(
  options: RealVeleroOptions,
): Promise<RealVelero> {
  const { onProgress = () => {} } = options;
  const failure = new AbortController();
  const signals = [failure.signal, options.signal].filter(s => s !== undefined);
  const signal = AbortSignal.any(signals);
  const tools = await buildTools({ onProgress, signal });
  const folder = await RunFolder.create(cacheFolder());
  const run = new Run({ tools, folder, signal, onProgress });
  try {
    return await startAll({ run, folder, failure, regions: options.regions });
  } catch (error) {
    failure.abort(error);
    await run.stop();
    await (options.signal?.aborted ? folder.remove() : folder.removeData());
    throw error;
  }
}

interface Start {
  run: Run;
  folder: RunFolder;
  failure: AbortController;
  regions: 1 | 2;
}

async function startAll({ run, folder, failure, regions }: Start) {
  const found = await findNamespaceWay(run.signal);
  const way = 'reason' in found ? undefined : found;
  if ('reason' in found) {
    await assertVeleroPortFree(found.reason);
  }
  const store = await startObjectStore(run);
  const names = way && regions === 2 ? ['a', 'b'] : ['a'];
  const starts = names.map(name => startCluster(run, { name, store, way }));
  const clusters = await allOrNone(starts, failure);
  const real: RealVelero = {
    clusters,
    objectStore: {
      ...(await secure(run, store, clusters)),
      ...(way && { outsideUrl: `http://${OUTSIDE_ADDRESS}:${store.port}` }),
    },
    bucket: BUCKET,
    credential: CREDENTIAL,
    tools: { velero: run.tools.velero, kubectl: run.tools.kubectl },
    stop: async () => {
      await run.stop();
      await folder.remove();
    },
  };
  if (regions === 2 && 'reason' in found) {
    return { ...real, missingRegion: found.reason };
  }
  return real;
}

async function secure(
  run: Run,
  { port: target, securePort: port, ...store }: PlainObjectStore,
  [{ name, caData }]: RealCluster[],
): Promise<RealObjectStore> {
  const keys = path.join(run.folder, name, 'pki');
  await startSecureFront(run, { port, target, keys });
  const url = `https://127.0.0.1:${port}`;
  return { ...store, secure: { url, caData } };
}
