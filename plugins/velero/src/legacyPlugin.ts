import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { VeleroClient } from 'backstage-plugin-velero-common';
import { veleroApiRef } from './api/veleroApiRef';
import {
  backupsTabRouteRef,
  entityContentRouteRef,
  pagesExternalRouteRef,
  pagesRouteRef,
} from './routes';

/**
 * The plugin for apps on the legacy frontend system.
 *
 * @public
 */
export const veleroPlugin = createPlugin({
  id: 'velero',
  apis: [
    createApiFactory({
      api: veleroApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new VeleroClient(deps),
    }),
  ],
  routes: { entityContent: entityContentRouteRef, pages: pagesRouteRef },
  externalRoutes: {
    backupsTab: backupsTabRouteRef,
    pages: pagesExternalRouteRef,
  },
});

/**
 * The content of the entity tab "Backups".
 *
 * @public
 */
export const EntityVeleroContent = veleroPlugin.provide(
  createRoutableExtension({
    name: 'EntityVeleroContent',
    component: () =>
      import('./components/EntityBackups/EntityBackupsContent').then(
        m => m.EntityBackupsContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * The card for the overview of an entity.
 *
 * @public
 */
export const EntityVeleroCard = veleroPlugin.provide(
  createComponentExtension({
    name: 'EntityVeleroCard',
    component: {
      lazy: () =>
        import('./components/EntityVeleroCard/EntityVeleroCardContent').then(
          m => m.EntityVeleroCardContent,
        ),
    },
  }),
);

/**
 * The pages of requests for restores; to be mounted at `/velero`.
 *
 * @public
 */
export const VeleroPage = veleroPlugin.provide(
  createRoutableExtension({
    name: 'VeleroPage',
    component: () =>
      import('./components/Restores/LegacyRestorePages').then(
        m => m.LegacyRestorePages,
      ),
    mountPoint: pagesRouteRef,
  }),
);
