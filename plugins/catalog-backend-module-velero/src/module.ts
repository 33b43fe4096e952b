import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { veleroServiceRef } from 'backstage-plugin-velero-node';
import { readProviderConfig } from './readProviderConfig';
import { TenantEntityProvider } from './TenantEntityProvider';

/**
 * Keeps an entity in the catalog for each tenant that the Velero backend plugin knows, and for each bucket that they
 * keep backups in. It asks the plugin as itself, and has no credential of a cluster.
 *
 * @public
 */
export const catalogModuleVelero = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'velero',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        velero: veleroServiceRef,
      },
      async init({ catalog, config, scheduler, ...deps }) {
        const { schedule, defaultOwner } = readProviderConfig(config);
        const taskRunner = scheduler.createScheduledTaskRunner(schedule);
        catalog.addEntityProvider(
          new TenantEntityProvider({ ...deps, taskRunner, defaultOwner }),
        );
      },
    });
  },
});
