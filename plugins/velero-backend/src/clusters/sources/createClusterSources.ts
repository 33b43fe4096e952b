import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { VeleroClusterSource } from 'backstage-plugin-velero-node';
import { ConfigClusterSource } from './ConfigClusterSource';
import { findInClusterSettings } from './inCluster';
import { KubernetesPluginClusterSource } from './KubernetesPluginClusterSource';
import { readKubernetesClusters } from './readKubernetesClusters';
import { readVeleroClusters } from './readVeleroClusters';
import { warnOfUncheckedCertificates } from './warnOfUncheckedCertificates';

/** The sources of clusters that the configuration speaks of, in the order in which they win over each other. */
export function createClusterSources(options: {
  config: Config;
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
}): VeleroClusterSource[] {
  const { config, auth, discovery } = options;
  warnOfUncheckedCertificates(options);
  const own = new ConfigClusterSource({
    id: 'velero.clusters',
    clusters: readVeleroClusters(config),
  });
  if (!config.has('kubernetes')) {
    return [own];
  }
  const clusters = readKubernetesClusters({
    config,
    inCluster: findInClusterSettings(),
  });
  return [
    own,
    new ConfigClusterSource({
      id: 'kubernetes.clusterLocatorMethods',
      clusters,
    }),
    new KubernetesPluginClusterSource({
      auth,
      discovery,
      except: clusters.map(({ name }) => name),
    }),
  ];
}
