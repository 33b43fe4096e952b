import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  veleroClusterSourceExtensionPoint,
  VeleroClusterSource,
} from 'backstage-plugin-velero-node';
import { createAccess } from './access/createAccess';
import { readAdministrators } from './lib/readAdministrators';
import { DefaultArtifacts } from './artifacts/DefaultArtifacts';
import { createClusterSources } from './clusters/sources/createClusterSources';
import { DefaultClusterRegistry } from './clusters/DefaultClusterRegistry';
import { untilComplete } from './clusters/untilComplete';
import { ChangeBroadcaster } from './collect/ChangeBroadcaster';
import { CollectService } from './collect/CollectService';
import { DefaultInventory } from './inventory/DefaultInventory';
import { DefaultProtectionInventory } from './inventory/DefaultProtectionInventory';
import { DefaultTenantInventory } from './inventory/DefaultTenantInventory';
import { createOnboarding } from './onboarding/createOnboarding';
import { readOnboarding } from './onboarding/readOnboarding';
import { createOperations } from './operations/createOperations';
import { LocationVerifier } from './operations/LocationVerifier';
import { RestoreNotifier } from './notify/RestoreNotifier';
import { createRestores } from './restores/createRestores';
import { createRouter } from './router/createRouter';
import { createStores } from './store/Stores';
import { Limiter } from './lib/Limiter';
import { ListWatch } from './watch/ListWatch';

/** Lists that are read at the same time; each is held in memory in part. */
const SIMULTANEOUS_LISTS = 8;

/** Milliseconds that restores and drills wait for sources of clusters that do not answer: to them a cluster may look gone. */
const STARTING = 60_000;

/**
 * Collects what Velero has in all registered clusters and answers from the database.
 *
 * @public
 */
export const veleroPlugin = createBackendPlugin({
  pluginId: 'velero',
  register(env) {
    const addedSources: VeleroClusterSource[] = [];
    env.registerExtensionPoint(veleroClusterSourceExtensionPoint, {
      addClusterSource: source => addedSources.push(source),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, httpAuth, httpRouter, lifecycle, logger } = deps;
        const stores = await createStores(deps.database);
        const sources = [...createClusterSources(deps), ...addedSources];
        const registry = new DefaultClusterRegistry({ sources, logger });
        const broadcaster = new ChangeBroadcaster(deps);
        const collecting = new CollectService({
          registry,
          stores,
          logger,
          listWatch: new ListWatch({
            logger,
            limiter: new Limiter({ limit: SIMULTANEOUS_LISTS }),
          }),
          onChange: () => broadcaster.changed(),
        });
        const artifacts = new DefaultArtifacts({ registry, logger });
        const { onboarding, runner } = createOnboarding({
          ...deps,
          registry,
          stores,
        });
        const inventory = new DefaultInventory({ registry, stores });
        const { restores, drills, ...workers } = createRestores({
          ...deps,
          artifacts,
          inventory,
          registry,
          stores,
          onChange: () => broadcaster.changed(),
        });
        const notifier = new RestoreNotifier({
          ...deps,
          stores,
          administrators: readAdministrators(deps.config),
        });
        const stopped = new AbortController();
        lifecycle.addStartupHook(() => {
          registry.run(stopped.signal);
          collecting.start();
          runner.start();
          notifier.start();
          const { signal } = stopped;
          untilComplete(registry, { atMost: STARTING, signal }).then(() =>
            Object.values(workers).forEach(worker => worker.start()),
          );
        });
        lifecycle.addShutdownHook(async () => {
          await Promise.all(
            [runner, notifier, ...Object.values(workers)].map(one =>
              one.stop(),
            ),
          );
          await collecting.stop();
          await artifacts.stop();
          stopped.abort();
          broadcaster.stop();
        });

        const access = createAccess({
          ...deps,
          artifacts,
          registry,
          stores,
          inventory,
          onboarding,
          restores,
          drills,
          operations: createOperations({
            ...deps,
            registry,
            stores,
            inventory,
          }),
          protection: new DefaultProtectionInventory({ stores }),
          tenants: new DefaultTenantInventory({
            registry,
            stores,
            portal: readOnboarding(deps.config).settings.portal,
          }),
          verifier: new LocationVerifier({ registry }),
        });
        httpRouter.use(createRouter({ auditor, httpAuth, ...access }));
      },
    });
  },
});
