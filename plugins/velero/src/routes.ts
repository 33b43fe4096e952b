import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** Where the tab "Backups" of an entity is mounted. */
export const entityContentRouteRef = createRouteRef({
  id: 'velero-entity-content',
});

/** The page of one backup, within the tab; the pages of its parts are below. */
export const backupPageRouteRef = createSubRouteRef({
  id: 'velero-backup-page',
  parent: entityContentRouteRef,
  path: '/backups/:cluster/:veleroNamespace/:name',
});

/** The page of one restore, within the tab; the pages of its parts are below. */
export const restorePageRouteRef = createSubRouteRef({
  id: 'velero-restore-page',
  parent: entityContentRouteRef,
  path: '/restores/:cluster/:veleroNamespace/:name',
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
