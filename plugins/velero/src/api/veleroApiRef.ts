import { createApiRef } from '@backstage/frontend-plugin-api';
import { VeleroApi } from 'backstage-plugin-velero-common';

/** The API through which the components of this plugin ask the backend plugin. @public */
export const veleroApiRef = createApiRef<VeleroApi>().with({
  id: 'plugin.velero.client',
  pluginId: 'velero',
});
