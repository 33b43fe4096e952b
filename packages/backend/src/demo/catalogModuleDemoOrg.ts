import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { DemoOrgProvider } from './DemoOrgProvider';
import { areDemoUsersAllowed } from './demoUsers';

/** Puts the demo users and groups into the catalog, whatever locations the reader's configuration has. */
export const catalogModuleDemoOrg = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-org',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ catalog, logger }) {
        if (!areDemoUsersAllowed()) {
          logger.info('No demo users outside development');
          return;
        }
        const file = resolvePackagePath('backend', '../../examples/org.yaml');
        catalog.addEntityProvider(new DemoOrgProvider(file));
      },
    });
  },
});
