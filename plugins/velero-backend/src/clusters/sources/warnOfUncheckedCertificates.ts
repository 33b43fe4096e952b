import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

/** Whoever is between the portal and a cluster of these can take the credential, so this must not go unnoticed. */
export function warnOfUncheckedCertificates(options: {
  config: Config;
  logger: LoggerService;
}) {
  const { config, logger } = options;
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  const clusters = [config.getOptionalConfig('velero'), ...methods].flatMap(
    holder => holder?.getOptionalConfigArray('clusters') ?? [],
  );
  for (const cluster of clusters) {
    if (cluster.getOptionalBoolean('skipTLSVerify')) {
      const name = cluster.getString('name');
      logger.warn(
        `The certificate of cluster '${name}' is not checked, because skipTLSVerify is set`,
      );
    }
  }
}
