import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** Where the tab "Backups" of an entity is mounted. */
export const entityContentRouteRef = createRouteRef({
  id: 'velero-entity-content',
});

/**
 * The way from the overview card to the tab. Optional, since an app on the legacy system may mount the card without
 * the tab.
 */
export const backupsTabRouteRef = createExternalRouteRef({
  id: 'velero-backups-tab',
  optional: true,
  defaultTarget: 'velero.entityContent',
});
