import { ServerDefinition } from '../processes/ServerProcess';
import { serverCredentials, VELERO_NAMESPACE } from './installVelero';
import { Region } from './Region';

const REQUESTS = `/apis/velero.io/v1/namespaces/${VELERO_NAMESPACE}/serverstatusrequests`;
const REQUEST = 'real-velero-start';

export interface VeleroServerOptions {
  kubeconfig: string;
  /** Goes before the command to run it in a network namespace. */
  enter: string[];
}

export function veleroServer(
  region: Region,
  { kubeconfig, enter }: VeleroServerOptions,
): ServerDefinition {
  const { run, ports, folder } = region;
  const name = `${region.name}/velero`;
  return {
    name,
    line: [
      // `server` must come first: plugins are given the arguments behind it.
      ...[...enter, run.tools.velero, 'server', '--kubeconfig', kubeconfig],
      ...['--namespace', VELERO_NAMESPACE, '--plugin-dir', run.tools.plugins],
      ...['--metrics-address', `127.0.0.1:${ports.veleroMetrics}`],
      ...['--profiler-address', `127.0.0.1:${ports.veleroProfiler}`],
      ...['--backup-sync-period', '5s'],
      ...['--store-validation-frequency', '10s'],
      ...['--item-operation-sync-frequency', '2s'],
      ...['--garbage-collection-frequency', '10s'],
    ],
    env: {
      ...region.env,
      VELERO_NAMESPACE,
      AWS_SHARED_CREDENTIALS_FILE: serverCredentials(region),
    },
    folder,
    logFile: run.logFile(name),
    isReady: signal => answers(region, signal),
  };
}

interface StatusRequest {
  status?: { phase?: string };
}

/** Asks the server for its status, as `velero version` does: objects that nobody acts upon do not tell that it runs. */
async function answers(region: Region, signal: AbortSignal) {
  const client = await region.client();
  const path = `${REQUESTS}/${REQUEST}`;
  const request = await client.get<StatusRequest>(path, signal);
  if (!request) {
    const object = {
      apiVersion: 'velero.io/v1',
      kind: 'ServerStatusRequest',
      metadata: { name: REQUEST },
      spec: {},
    };
    await client.create(REQUESTS, object, signal);
    return false;
  }
  if (request.status?.phase !== 'Processed') {
    return false;
  }
  await client.delete(path, signal);
  return true;
}
