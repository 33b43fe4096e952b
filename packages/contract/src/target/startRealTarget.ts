import { RealCluster, RealVelero, startRealVelero } from 'real-velero';
import { ContractTarget, Disturbance, Need, Region } from './ContractTarget';
import { folderObjectStore } from './folderObjectStore';

const LOCATION = 'archive';

/** Real clusters as processes of this machine: two when the machine lets us, else one. */
export async function startRealTarget(
  signal: AbortSignal,
): Promise<ContractTarget> {
  const real = await startRealVelero({
    regions: 2,
    onProgress: step => process.stdout.write(`${step}\n`),
    signal,
  });
  return describeTarget(real);
}

function describeTarget(real: RealVelero): ContractTarget {
  const { objectStore, bucket, credential, missingRegion } = real;
  const lacks: Partial<Record<Need, string>> = {
    storeDisturbance:
      'The S3 server has one account, and the clock of this machine',
    ...(missingRegion && { secondRegion: missingRegion }),
  };
  return {
    shared: false,
    regions: real.clusters.map(describeRegion),
    objectStore: {
      provider: 'aws',
      config: {
        region: objectStore.region,
        s3ForcePathStyle: 'true',
        s3Url: objectStore.url,
      },
      outsideUrl: objectStore.outsideUrl,
      secure: objectStore.secure,
      credential,
      bucket,
      ...folderObjectStore(objectStore.folder),
    },
    tools: real.tools,
    speed: 1,
    lacks,
    stop: () => real.stop(),
  };
}

function describeRegion(cluster: RealCluster): Region {
  const { name, url, caData, tokens, portalUser, kubeconfig } = cluster;
  return {
    name,
    url,
    caData,
    tokens,
    portalUser,
    kubeconfig,
    veleroNamespace: cluster.veleroNamespace,
    defaultLocation: LOCATION,
    disturb: disturbance(cluster),
  };
}

function disturbance(cluster: RealCluster): Disturbance {
  const { processes, network } = cluster;
  const { velero, apiServer } = processes;
  const restartApiServer = async () => {
    await apiServer.kill();
    await apiServer.restart();
  };
  return {
    killVelero: () => velero.kill(),
    startVelero: () => velero.restart(),
    restartApiServer,
    cutConnections: () => network.cut(),
    // What etcd has forgotten may still be in the API server's memory.
    forgetPast: async () => {
      await cluster.forgetHistory();
      await restartApiServer();
    },
  };
}
