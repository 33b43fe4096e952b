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
    // Without a name it is still shown, so that its place in the configuration can be told.
    name: cluster.getOptionalString('name') ?? configKey,
    title: cluster.getOptionalString('title'),
    veleroNamespaces: cluster.getOptionalStringArray('veleroNamespaces'),
    url: cluster.getOptionalString('url') ?? '',
    token,
    tokenFile,
    caData: cluster.getOptionalString('caData'),
    caFile: cluster.getOptionalString('caFile'),
    skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify'),
    configKey,
  });
  const problem = cluster.has('name')
    ? tokenProblem({ token, tokenFile, configKey })
    : `${configKey} has no name`;
  return problem ? { ...definition, access: { problem } } : definition;
}

function tokenProblem(options: {
  token?: string;
  tokenFile?: string;
  configKey: string;
}): string | undefined {
  const { token, tokenFile, configKey } = options;
  return Boolean(token) === Boolean(tokenFile)
    ? `${configKey} needs either serviceAccountToken or serviceAccountTokenFile`
    : undefined;
}
