import { Config } from '@backstage/config';
import { VeleroClusterDefinition } from 'backstage-plugin-velero-node';
import { directCluster } from './directCluster';

/** Reads `velero.clusters`. */
export function readVeleroClusters(config: Config): VeleroClusterDefinition[] {
  const clusters = config.getOptionalConfigArray('velero.clusters') ?? [];
  return clusters.map((cluster, index) =>
    readVeleroCluster(cluster, `velero.clusters[${index}]`),
  );
}

function readVeleroCluster(
  cluster: Config,
  configKey: string,
): VeleroClusterDefinition {
  const token = cluster.getOptionalString('serviceAccountToken');
  const tokenFile = cluster.getOptionalString('serviceAccountTokenFile');
  const definition = directCluster({
    name: cluster.getString('name'),
    title: cluster.getOptionalString('title'),
    veleroNamespaces: cluster.getOptionalStringArray('veleroNamespaces'),
    url: cluster.getString('url'),
    token,
    tokenFile,
    caData: cluster.getOptionalString('caData'),
    caFile: cluster.getOptionalString('caFile'),
    skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify'),
    configKey,
  });
  return Boolean(token) === Boolean(tokenFile)
    ? { ...definition, access: { problem: tokenProblem(configKey) } }
    : definition;
}

function tokenProblem(configKey: string): string {
  return `${configKey} needs either serviceAccountToken or serviceAccountTokenFile`;
}
