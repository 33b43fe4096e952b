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

/** Where an app on the new frontend system has them, unless its configuration says otherwise. */
export const PAGES_PATH = '/velero';

/** Where the pages of the plugin are that belong to no entity; those of restores are below. */
export const pagesRouteRef = createRouteRef({ id: 'velero-pages' });

/** The way to these pages. Optional, since an app on the legacy system may not have them. */
export const pagesExternalRouteRef = createExternalRouteRef({
  id: 'velero-pages-external',
  optional: true,
  defaultTarget: 'velero.pages',
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
