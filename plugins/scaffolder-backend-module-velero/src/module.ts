import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { veleroServiceRef } from 'backstage-plugin-velero-node';
import { createBackupAction } from './actions/createBackupAction';
import { createOffboardTenantAction } from './actions/createOffboardTenantAction';
import { createOnboardTenantAction } from './actions/createOnboardTenantAction';
import { createRestoreRequestAction } from './actions/createRestoreRequestAction';
import { createScheduleAction } from './actions/createScheduleAction';
import { createTenantManifestsAction } from './actions/createTenantManifestsAction';

/**
 * Adds the actions `velero:tenant:onboard`, `velero:tenant:offboard`, `velero:tenant:manifests`, `velero:backup:create`,
 * `velero:schedule:create` and `velero:restore:request`. All of them ask the Velero backend plugin as the user who runs the template; the module has no
 * credential of a cluster.
 *
 * @public
 */
export const scaffolderModuleVelero = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'velero',
  register(env) {
    env.registerInit({
      deps: {
        scaffolderActions: scaffolderActionsExtensionPoint,
        velero: veleroServiceRef,
      },
      async init({ scaffolderActions, velero }) {
        scaffolderActions.addActions(
          createOnboardTenantAction({ velero }),
          createOffboardTenantAction({ velero }),
          createTenantManifestsAction({ velero }),
          createBackupAction({ velero }),
          createScheduleAction({ velero }),
          createRestoreRequestAction({ velero }),
        );
      },
    });
  },
});
