import { createBackend } from '@backstage/backend-defaults';
import { authModuleDemoProvider } from './demo/authModuleDemoProvider';
import { catalogModuleDemoOrg } from './demo/catalogModuleDemoOrg';
import { sandboxLoader } from './demo/sandboxLoader';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('backstage-plugin-velero-backend'));
backend.add(import('backstage-plugin-catalog-backend-module-velero'));
backend.add(import('backstage-plugin-scaffolder-backend-module-velero'));

backend.add(authModuleDemoProvider);
backend.add(catalogModuleDemoOrg);
backend.add(sandboxLoader);

backend.start();
