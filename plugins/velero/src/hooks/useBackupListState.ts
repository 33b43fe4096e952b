import { BackupFilter } from 'backstage-plugin-velero-common';
import { useLocation, useSearchParams } from 'react-router-dom';

export const BACKUP_FILTERS = [
  'cluster',
  'phase',
  'schedule',
  'location',
] as const;
export type BackupFilterName = (typeof BACKUP_FILTERS)[number];

export const PAGE_SIZES = [10, 25, 50, 100];
const DEFAULT_PAGE_SIZE = 25;

/** What the reader has chosen to see of the list; all of it lives in the address, so that it can be shared. */
export interface BackupListState {
  filter: BackupFilter;
  filtered: boolean;
  cursor?: string;
  pageSize: number;
  /** From 1; not known when a later page was opened by its address. */
  page?: number;
  setFilter(name: BackupFilterName, value: string): void;
  setPageSize(size: number): void;
  resetFilters(): void;
  toFirstPage(): void;
  toNextPage(cursor: string): void;
  /** Absent on the first page, and where the way to this page is not known. */
  toPreviousPage?: () => void;
}

export function useBackupListState(): BackupListState {
  const [params, setParams] = useSearchParams();
  const trail = useTrail();
  const cursor = params.get('cursor') ?? undefined;
  const filter = readFilter(params);

  const change = (values: Record<string, string>, nextTrail: string[] = []) =>
    setParams(before => withValues(before, values), {
      state: { veleroTrail: nextTrail },
    });

  return {
    filter,
    filtered: Object.keys(filter).length > 0,
    cursor,
    pageSize: readPageSize(params),
    page: cursor && trail.length === 0 ? undefined : trail.length + 1,
    setFilter: (name, value) => change({ [name]: value, cursor: '' }),
    setPageSize: size => change({ size: String(size), cursor: '' }),
    resetFilters: () => change(emptyValues([...BACKUP_FILTERS, 'cursor'])),
    toFirstPage: () => change({ cursor: '' }),
    toNextPage: next => change({ cursor: next }, [...trail, cursor ?? '']),
    toPreviousPage:
      trail.length > 0
        ? () => change({ cursor: trail.at(-1)! }, trail.slice(0, -1))
        : undefined,
  };
}

/** The cursors of the pages before this one. Kept in the history entry, since a cursor only leads forward. */
function useTrail(): string[] {
  const state = useLocation().state as { veleroTrail?: string[] } | null;
  return state?.veleroTrail ?? [];
}

function readFilter(params: URLSearchParams): BackupFilter {
  const entries = BACKUP_FILTERS.map(name => [name, params.get(name)]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

function readPageSize(params: URLSearchParams): number {
  const size = Number(params.get('size'));
  return PAGE_SIZES.includes(size) ? size : DEFAULT_PAGE_SIZE;
}

function emptyValues(names: string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, '']));
}

function withValues(
  before: URLSearchParams,
  values: Record<string, string>,
): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(values)) {
    if (value) {
      after.set(name, value);
    } else {
      after.delete(name);
    }
  }
  return after;
}
