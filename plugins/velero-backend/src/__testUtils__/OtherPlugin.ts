import {
  BackstageCredentials,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { VeleroService, veleroServiceRef } from 'backstage-plugin-velero-node';

/** Another plugin of the backend, as it gets the service and its own credentials. */
export class OtherPlugin {
  velero!: VeleroService;
  credentials!: BackstageCredentials;

  readonly feature = createBackendPlugin({
    pluginId: 'other',
    register: env =>
      env.registerInit({
        deps: { auth: coreServices.auth, velero: veleroServiceRef },
        init: async ({ auth, velero }) => {
          this.velero = velero;
          this.credentials = await auth.getOwnServiceCredentials();
        },
      }),
  });
}
