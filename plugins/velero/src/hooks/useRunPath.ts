import { useRouteRef } from '@backstage/core-plugin-api';
import { BackupKey } from 'backstage-plugin-velero-common';
import { useParams } from 'react-router-dom';
import { backupPageRouteRef, restorePageRouteRef } from '../routes';

export type RunType = 'backup' | 'restore';

const routeRefs = { backup: backupPageRouteRef, restore: restorePageRouteRef };

/** Gives a function that tells where the page of a backup or restore is. */
export function useRunPath(type: RunType): (key: BackupKey) => string {
  const pathOf = useRouteRef(routeRefs[type]);
  return ({ cluster, veleroNamespace, name }) =>
    pathOf({
      cluster: encodeURIComponent(cluster),
      veleroNamespace: encodeURIComponent(veleroNamespace),
      name: encodeURIComponent(name),
    });
}

/** Of which backup or restore the address is. */
export function useRunKey(): BackupKey {
  const { cluster = '', veleroNamespace = '', name = '' } = useParams();
  return { cluster, veleroNamespace, name };
}
