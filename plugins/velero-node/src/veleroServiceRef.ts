import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultVeleroService } from './DefaultVeleroService';
import { VeleroService } from './VeleroService';

/** Gives other backend plugins the answers of the Velero backend plugin. @public */
export const veleroServiceRef = createServiceRef<VeleroService>({
  id: 'velero',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new DefaultVeleroService(deps),
    }),
});
