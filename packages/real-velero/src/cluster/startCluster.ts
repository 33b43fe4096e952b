import { FaultProxy } from '../network/FaultProxy';
import { startNamespace } from '../network/startNamespace';
import { NamespaceWay } from '../network/namespaceWays';
import { ServerDefinition, ServerProcess } from '../processes/ServerProcess';
import { PlainObjectStore } from '../objectstore/startObjectStore';
import { RealCluster } from '../RealVelero';
import { Run } from '../Run';
import { apiServer, controllerManager, etcd } from './controlPlane';
import { forgetHistory } from './forgetHistory';
import {
  createLocation,
  installVelero,
  VELERO_NAMESPACE,
  waitForLocation,
} from './installVelero';
import { PORTAL_USER, Region } from './Region';
import { veleroServer } from './veleroServer';

export interface ClusterOptions {
  name: string;
  store: PlainObjectStore;
  /** How its Velero gets into a network namespace; it stays in ours without. */
  way?: NamespaceWay;
}

/** Starts a cluster with Velero, whose default location is Available then. */
export async function startCluster(
  run: Run,
  { name, store, way }: ClusterOptions,
): Promise<RealCluster> {
  const begin = performance.now();
  run.onProgress(`starting region ${name}`);
  const region = await Region.create(run, name);
  const network = await FaultProxy.start(region.ports.apiServer);
  run.atEnd(() => network.close());
  const url = `https://127.0.0.1:${network.port}`;
  const processes = await startProcesses(region, { store, way });
  await waitForLocation(region);
  const seconds = Math.round((performance.now() - begin) / 1000);
  run.onProgress(`region ${name} is ready after ${seconds} s`);
  return {
    name,
    url,
    caData: await region.readCa(),
    tokens: region.tokens,
    portalUser: PORTAL_USER,
    kubeconfig: await region.writeKubeconfig('kubeconfig', url),
    veleroNamespace: VELERO_NAMESPACE,
    processes,
    network,
    forgetHistory: () => forgetHistory(region),
  };
}

async function startProcesses(
  region: Region,
  { store, way }: Omit<ClusterOptions, 'name'>,
) {
  const { run, ports, name } = region;
  const start = (definition: ServerDefinition) =>
    ServerProcess.start(run, definition);
  const processes = {
    etcd: await start(etcd(region)),
    apiServer: await start(apiServer(region)),
  };
  const kubeconfig = await region.writeKubeconfig(
    'direct.kubeconfig',
    region.directUrl,
  );
  const reachable = [ports.apiServer, store.port, store.securePort];
  const [manager, enter] = await Promise.all([
    start(controllerManager(region, kubeconfig)),
    way ? startNamespace(run, { name, way, ports: reachable }) : [],
    installVelero(region, kubeconfig),
  ]);
  await createLocation(region, store);
  const velero = await start(veleroServer(region, { kubeconfig, enter }));
  return { ...processes, controllerManager: manager, velero };
}
