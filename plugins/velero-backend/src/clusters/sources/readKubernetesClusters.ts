import { Config } from '@backstage/config';
import { VeleroClusterDefinition } from 'backstage-plugin-velero-node';
import { clientSideAuthProblem } from './clientSideAuth';
import { directCluster } from './directCluster';
import { InClusterSettings } from './inCluster';

const AUTH_PROVIDER_KEY = 'kubernetes.io/auth-provider';

/**
 * Reads from the Kubernetes plugin's configuration the clusters that need nothing but it: those with a service account
 * and those behind `kubectl proxy`. The others are known through the plugin only.
 */
export function readKubernetesClusters(options: {
  config: Config;
  /** How a pod reaches its own cluster; absent outside of clusters. */
  inCluster?: InClusterSettings;
}): VeleroClusterDefinition[] {
  const methods =
    options.config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ??
    [];
  return methods.flatMap((method, index) => {
    const key = `kubernetes.clusterLocatorMethods[${index}]`;
    switch (method.getString('type')) {
      case 'localKubectlProxy':
        return [localKubectlProxy(key)];
      case 'config':
        return readClusters({ ...options, method, key });
      default:
        return [];
    }
  });
}

function localKubectlProxy(configKey: string): VeleroClusterDefinition {
  return directCluster({
    name: 'local',
    url: 'http://localhost:8001',
    configKey,
  });
}

function readClusters(options: {
  method: Config;
  key: string;
  inCluster?: InClusterSettings;
}): VeleroClusterDefinition[] {
  const { method, key, inCluster } = options;
  return method.getConfigArray('clusters').flatMap((cluster, index) =>
    readCluster({
      cluster,
      configKey: `${key}.clusters[${index}]`,
      inCluster,
    }),
  );
}

function readCluster(options: {
  cluster: Config;
  configKey: string;
  inCluster?: InClusterSettings;
}): VeleroClusterDefinition[] {
  const { cluster } = options;
  const authProvider = readAuthMetadata(
    cluster,
    AUTH_PROVIDER_KEY,
    'authProvider',
  );
  const problem = clientSideAuthProblem(authProvider);
  if (problem) {
    return [{ ...readNames(cluster), access: { problem } }];
  }
  switch (authProvider) {
    case 'serviceAccount':
      return [serviceAccountCluster(options)];
    case 'localKubectlProxy':
      return [directCluster(readSettings(options))];
    default:
      return [];
  }
}

function serviceAccountCluster(options: {
  cluster: Config;
  configKey: string;
  inCluster?: InClusterSettings;
}): VeleroClusterDefinition {
  const { cluster, configKey, inCluster } = options;
  const token = readAuthMetadata(
    cluster,
    'serviceAccountToken',
    'serviceAccountToken',
  );
  if (token) {
    return directCluster({ ...readSettings(options), token });
  }
  // Without a token the Kubernetes plugin takes the pod's own cluster, whatever the URL says.
  return inCluster
    ? directCluster({ ...readNames(cluster), ...inCluster, configKey })
    : {
        ...readNames(cluster),
        access: {
          problem: `${configKey} has no serviceAccountToken, and the portal does not run in a cluster`,
        },
      };
}

function readSettings(options: { cluster: Config; configKey: string }) {
  const { cluster, configKey } = options;
  return {
    ...readNames(cluster),
    url: cluster.getString('url'),
    caData: cluster.getOptionalString('caData'),
    caFile: cluster.getOptionalString('caFile'),
    skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify'),
    configKey,
  };
}

function readNames(cluster: Config) {
  return {
    name: cluster.getString('name'),
    title: cluster.getOptionalString('title'),
  };
}

/** The Kubernetes plugin takes these from `authMetadata` first. Its keys have dots, which the reader of configuration cannot address. */
function readAuthMetadata(
  cluster: Config,
  metadataKey: string,
  key: string,
): string | undefined {
  const metadata = cluster.getOptional<Record<string, string>>('authMetadata');
  return metadata?.[metadataKey] ?? cluster.getOptionalString(key);
}
