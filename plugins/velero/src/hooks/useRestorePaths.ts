import { useRouteRef } from '@backstage/core-plugin-api';
import { BackupKey } from 'backstage-plugin-velero-common';
import { pagesExternalRouteRef } from '../routes';

/** What somebody has in mind who goes to ask for a restore. */
export interface RestoreIntent {
  entityRef?: string;
  backup?: BackupKey;
  /** Id of the request that is to be made again. */
  again?: string;
}

/** Where the pages of requests for restores are. */
export interface RestorePaths {
  wizard(intent: RestoreIntent): string;
  list: string;
  request(id: string): string;
}

/** Gives the way to the pages of requests for restores; nothing in an app that has none. */
export function useRestorePaths(): RestorePaths | undefined {
  const base = useRouteRef(pagesExternalRouteRef)?.();
  if (base === undefined) {
    return undefined;
  }
  const list = `${base}/restore-requests`;
  return {
    wizard: intent => `${base}/restore?${searchOf(intent)}`,
    list,
    request: id => `${list}/${encodeURIComponent(id)}`,
  };
}

function searchOf({ entityRef, backup, again }: RestoreIntent) {
  return new URLSearchParams({
    ...(entityRef && { entity: entityRef }),
    ...(backup && {
      cluster: backup.cluster,
      namespace: backup.veleroNamespace,
      backup: backup.name,
    }),
    ...(again && { again }),
  });
}

/** Reads from an address what {@link RestorePaths.wizard} has put there. */
export function readIntent(params: URLSearchParams): RestoreIntent {
  const [entityRef, cluster, veleroNamespace, name, again] = [
    'entity',
    'cluster',
    'namespace',
    'backup',
    'again',
  ].map(key => params.get(key) ?? '');
  return {
    ...(entityRef && { entityRef }),
    ...(cluster &&
      veleroNamespace &&
      name && { backup: { cluster, veleroNamespace, name } }),
    ...(again && { again }),
  };
}
