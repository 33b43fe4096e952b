import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { RiArchiveStackLine } from '@remixicon/react';
import {
  isVeleroAvailable,
  VeleroClient,
} from 'backstage-plugin-velero-common';
import { veleroApiRef } from './api/veleroApiRef';
import {
  backupsTabRouteRef,
  entityContentRouteRef,
  pagesExternalRouteRef,
  pagesRouteRef,
  PAGES_PATH,
} from './routes';
import { BACKUPS_TITLE, PAGES_TITLE } from './translation';

const veleroApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: veleroApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new VeleroClient(deps),
    }),
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/backups',
    title: BACKUPS_TITLE,
    group: 'operation',
    icon: <RiArchiveStackLine />,
    routeRef: entityContentRouteRef,
    filter: isVeleroAvailable,
    loader: () =>
      import('./components/EntityBackups/EntityBackupsContent').then(m => (
        <m.EntityBackupsContent />
      )),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: isVeleroAvailable,
    loader: () =>
      import('./components/EntityVeleroCard/EntityVeleroCardContent').then(
        m => <m.EntityVeleroCardContent />,
      ),
  },
});

/** The system gives a page a header, and no landmark for the rest. */
const pages = PageBlueprint.make({
  params: {
    path: PAGES_PATH,
    title: PAGES_TITLE,
    icon: <RiArchiveStackLine />,
    routeRef: pagesRouteRef,
    loader: () =>
      import('./components/Restores/RestorePages').then(m => (
        <main>
          <m.RestorePages />
        </main>
      )),
  },
});

/** Fields of templates that onboard tenants. */
const formFields = [
  FormFieldBlueprint.make({
    name: 'cluster-namespaces',
    params: {
      field: () =>
        import(
          './components/Onboarding/fields/clusterNamespacesFormField'
        ).then(m => m.clusterNamespacesFormField),
    },
  }),
  FormFieldBlueprint.make({
    name: 'storage',
    params: {
      field: () =>
        import('./components/Onboarding/fields/storageFormField').then(
          m => m.storageFormField,
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'credential',
    params: {
      field: () =>
        import('./components/Onboarding/fields/credentialFormField').then(
          m => m.credentialFormField,
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'schedules',
    params: {
      field: () =>
        import('./components/Onboarding/fields/schedulesFormField').then(
          m => m.schedulesFormField,
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'plan',
    params: {
      field: () =>
        import('./components/Onboarding/fields/planFormField').then(
          m => m.planFormField,
        ),
    },
  }),
];

/**
 * The plugin for apps on the new frontend system.
 *
 * @public
 */
export const veleroPlugin = createFrontendPlugin({
  pluginId: 'velero',
  title: 'Velero',
  icon: <RiArchiveStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityContentRouteRef, pages: pagesRouteRef },
  externalRoutes: {
    backupsTab: backupsTabRouteRef,
    pages: pagesExternalRouteRef,
  },
  extensions: [veleroApi, entityContent, entityCard, pages, ...formFields],
});
