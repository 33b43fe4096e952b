import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { readLines } from '../kubernetes/readLines';
import { ContractTarget } from './ContractTarget';
import { waitForDefaultLocations } from './waitForDefaultLocations';

const VARIABLE = 'VELERO_CONTRACT_KUBECONFIG';

/**
 * A cluster that somebody else runs, by the current context of a kubeconfig. `kubectl proxy` speaks to it, so that every
 * way to sign in works that works for `kubectl`.
 */
export async function connectExistingTarget(
  signal: AbortSignal,
): Promise<ContractTarget> {
  const kubeconfig = process.env[VARIABLE];
  if (!kubeconfig) {
    throw new Error(
      `The cases run on an existing cluster when ${VARIABLE} names a kubeconfig`,
    );
  }
  const { url, stop } = await startProxy(kubeconfig);
  try {
    const region = await describeRegion({ url, kubeconfig, signal });
    await waitForDefaultLocations([region], signal);
    const absent = 'An existing cluster is not disturbed';
    const unknown =
      'What tools print is known of the versions that `npm run test:real` starts';
    return {
      shared: true,
      regions: [region],
      tools: {},
      speed: 1,
      lacks: {
        veleroCli: unknown,
        kubectl: unknown,
        secondRegion: 'An existing cluster is one region',
        objectStore:
          'Nothing is known of the object store of an existing cluster',
        disturbance: absent,
        storeDisturbance: absent,
        portalUser: 'An existing cluster has no user for the cases',
        rbac: 'An existing cluster has no user for the cases',
        podVolumeRestores: 'An existing cluster may have node agents',
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It lives until `stop`, so that an interrupted case can still remove what it has made. */
async function startProxy(kubeconfig: string) {
  const proxy = spawn(
    'kubectl',
    ['--kubeconfig', kubeconfig, 'proxy', '--port=0'],
    { detached: true, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(proxy, 'exit').catch(error => {
    throw new Error(`The cases need kubectl: ${error.message}`);
  });
  const { value } = await Promise.race([
    readLines(proxy.stdout).next(),
    ended.then(() => ({ value: undefined })),
  ]);
  const [address] = /127\.0\.0\.1:\d+/.exec(value ?? '') ?? [];
  if (!address) {
    throw new Error(`kubectl proxy does not start with ${kubeconfig}`);
  }
  const stop = async () => {
    proxy.kill();
    await ended;
  };
  return { url: `http://${address}`, stop };
}

async function describeRegion(options: {
  url: string;
  kubeconfig: string;
  signal: AbortSignal;
}) {
  const { url, kubeconfig, signal } = options;
  const veleroNamespace =
    process.env.VELERO_CONTRACT_VELERO_NAMESPACE ?? 'velero';
  const kube = new KubernetesClient({ url, signal });
  const locations = await kube.list({
    resource: 'backupstoragelocations',
    namespace: veleroNamespace,
  });
  await kube.close();
  const standard = locations.items.find(({ spec }) => spec?.default);
  if (!standard) {
    throw new Error(
      `Namespace '${veleroNamespace}' has no default BackupStorageLocation; set VELERO_CONTRACT_VELERO_NAMESPACE if Velero is elsewhere`,
    );
  }
  return {
    name: 'existing',
    url,
    tokens: {},
    kubeconfig,
    veleroNamespace,
    defaultLocation: standard.metadata.name,
  };
}
