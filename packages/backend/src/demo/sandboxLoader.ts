import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { demoFleet, startSandbox } from 'velero-sandbox';

/**
 * Starts simulated clusters in this process where the configuration has a section `sandbox`.
 *
 * A loader, because it is done before the first plugin starts: the clusters are there when they are first asked for.
 */
export const sandboxLoader = createBackendFeatureLoader({
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.rootLifecycle,
    logger: coreServices.rootLogger,
  },
  async loader({ config, lifecycle, logger }) {
    const settings = config.getOptionalConfig('sandbox');
    if (!settings) {
      return [];
    }
    const tokens = {
      admin: settings.getString('tokens.admin'),
      portal: settings.getString('tokens.portal'),
    };
    const { clusters, ...fleet } = demoFleet(new Date());
    const sandbox = await startSandbox({
      ...fleet,
      clusters: clusters.map(cluster => ({ ...cluster, tokens })),
      port: settings.getNumber('port'),
    });
    logger.info(`Simulated clusters listen at ${sandbox.url}`);
    lifecycle.addShutdownHook(() => sandbox.stop());
    return [];
  },
});
