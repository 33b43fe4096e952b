import { useApi } from '@backstage/frontend-plugin-api';
import {
  BackupKey,
  BackupSummary,
  EntityResponse,
} from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { LiveQuery, useLiveQuery } from '../../../hooks/useLiveQuery';
import { useLastKnown } from '../../../hooks/useLastKnown';
import { copiesOf, findBackup, restorePointsOf } from './restorePoints';

/** As many as the backend gives at once. */
const LIMIT = 200;

/** What an entity can be restored from, as far as it was asked for. */
export interface RestorePoints {
  /** The newest. */
  query: LiveQuery<EntityResponse<BackupSummary>>;
  /** Those that are older; nothing in it until they were asked for. */
  older: LiveQuery<EntityResponse<BackupSummary>[]>;
  items: BackupSummary[];
  hasMore: boolean;
  loadMore(): void;
}

/** What the namespaces of an entity can be restored from. */
export function useRestorePoints(entityRef: string): RestorePoints {
  const api = useApi(veleroApiRef);
  const [pages, setPages] = useState(0);
  const query = useLiveQuery({
    key: entityRef,
    version: 0,
    load: signal =>
      api.getEntityBackups(entityRef, { limit: LIMIT }, { signal }),
  });
  const first = query.value?.pageInfo.nextCursor;
  const older = useLiveQuery({
    key: JSON.stringify([entityRef, pages && first, pages]),
    version: 0,
    load: signal =>
      pagesFrom(first, pages, cursor =>
        api.getEntityBackups(entityRef, { limit: LIMIT, cursor }, { signal }),
      ),
  });
  const olderPages = useLastKnown(older.value) ?? [];
  const known = query.value ? [query.value, ...olderPages] : [];
  return {
    query,
    older,
    items: restorePointsOf(known.flatMap(({ items }) => items)),
    hasMore: known.at(-1)?.pageInfo.nextCursor !== undefined,
    loadMore: () => setPages(pages + 1),
  };
}

/** Reads so many pages, one after the other, as each tells where the next one begins. */
async function pagesFrom<T extends EntityResponse<unknown>>(
  first: string | undefined,
  count: number,
  read: (cursor: string) => Promise<T>,
): Promise<T[]> {
  const pages: T[] = [];
  let cursor = first;
  while (cursor && pages.length < count) {
    const page = await read(cursor);
    pages.push(page);
    cursor = page.pageInfo.nextCursor;
  }
  return pages;
}

/** One restore point as all clusters have it. */
export function useCopies(entityRef: string, key: BackupKey | undefined) {
  const api = useApi(veleroApiRef);
  const name = key?.name;
  const query = useLiveQuery({
    key: JSON.stringify([entityRef, name]),
    version: 0,
    load: async signal =>
      name
        ? api.getEntityBackups(entityRef, { name, limit: LIMIT }, { signal })
        : undefined,
  });
  const items = query.outdated ? [] : query.value?.items ?? [];
  const point = key && findBackup(items, key);
  return { query, point, copies: point ? copiesOf(point, items) : [] };
}
