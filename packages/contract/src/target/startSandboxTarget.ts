import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { ContractTarget, Disturbance, Region } from './ContractTarget';
import { findTools } from './findTools';
import { sandboxObjectStore } from './sandboxObjectStore';
import { waitForDefaultLocations } from './waitForDefaultLocations';
import { writeKubeconfig } from './writeKubeconfig';
import { addArchive, BUCKET, PORTAL } from './sandboxArchive';

const NO_POLICIES = 'Simulated clusters know no admission policies';
const NO_FILES = 'Simulated clusters restore no files of volumes';

/** How much faster than a real one a sandbox lives here: what takes ten minutes there takes 30 seconds. */
const SPEED = 20;

/** Two simulated clusters that share a bucket. */
export async function startSandboxTarget(): Promise<ContractTarget> {
  const folder = await mkdtemp(join(tmpdir(), 'velero-contract-'));
  const sandbox = await startSandbox({
    buckets: [BUCKET],
    speed: SPEED,
    timing: {
      // As the server of the real clusters is told to.
      garbageCollection: 10_000,
      // So long that a client can meet a backup of a crowded namespace while it runs, in spite of the speed.
      backupItem: 10,
    },
    tls: true,
    clusters: ['a', 'b'].map(name => ({
      name,
      users: [PORTAL],
      populate: addArchive,
    })),
  });
  try {
    return await describeTarget(sandbox, folder);
  } catch (error) {
    await stop(sandbox, folder);
    throw error;
  }
}

async function describeTarget(
  sandbox: Sandbox,
  folder: string,
): Promise<ContractTarget> {
  const regions = await Promise.all(
    sandbox.clusters.map(cluster =>
      describeRegion(cluster, { folder, caData: sandbox.certificate }),
    ),
  );
  const { tools, lacks } = await findTools();
  await waitForDefaultLocations(regions);
  return {
    shared: false,
    regions,
    objectStore: sandboxObjectStore(sandbox),
    tools,
    speed: SPEED,
    lacks: {
      ...lacks,
      admissionPolicies: NO_POLICIES,
      podVolumeRestores: NO_FILES,
    },
    stop: () => stop(sandbox, folder),
  };
}

async function describeRegion(
  cluster: SandboxCluster,
  { folder, caData }: { folder: string; caData?: string },
): Promise<Region> {
  const { name, url, tokens, veleroNamespace } = cluster;
  const file = join(folder, `${name}.kubeconfig`);
  return {
    name,
    url,
    tokens: { admin: tokens.admin, portal: PORTAL.token },
    portalUser: PORTAL.name,
    kubeconfig: await writeKubeconfig(file, {
      name,
      // Tools send no token over plain HTTP.
      url: cluster.secureUrl,
      caData,
      token: tokens.admin,
    }),
    veleroNamespace,
    defaultLocation: 'archive',
    disturb: disturbance(cluster),
  };
}

function disturbance({ velero, faults, objects }: SandboxCluster): Disturbance {
  return {
    killVelero: async () => velero.stop(),
    startVelero: async () => velero.start(),
    restartApiServer: async () => {
      faults.set({ down: true });
      // A real one remembers the past only as long as it lives.
      objects.compact();
      faults.clear();
    },
    cutConnections: () => faults.cutWatches(),
    forgetPast: async () => objects.compact(),
  };
}

async function stop(sandbox: Sandbox, folder: string) {
  await sandbox.stop();
  await rm(folder, { recursive: true });
}
