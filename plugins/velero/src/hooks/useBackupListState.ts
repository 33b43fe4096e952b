import { BackupFilter } from 'backstage-plugin-velero-common';
import { useSearchParams } from 'react-router-dom';
import { CursorPaging, useCursorPaging } from './useCursorPaging';

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
export interface BackupListState extends CursorPaging {
  filter: BackupFilter;
  filtered: boolean;
  pageSize: number;
  setFilter(name: BackupFilterName, value: string): void;
  setPageSize(size: number): void;
  resetFilters(): void;
}

export function useBackupListState(): BackupListState {
  const [params] = useSearchParams();
  const { change, ...paging } = useCursorPaging();
  const filter = readFilter(params);
  return {
    ...paging,
    filter,
    filtered: Object.keys(filter).length > 0,
    pageSize: readPageSize(params),
    setFilter: (name, value) => change({ [name]: value }),
    setPageSize: size => change({ size: String(size) }),
    resetFilters: () => change(emptyValues(BACKUP_FILTERS)),
  };
}

function readFilter(params: URLSearchParams): BackupFilter {
  const entries = BACKUP_FILTERS.map(name => [name, params.get(name)]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

function readPageSize(params: URLSearchParams): number {
  const size = Number(params.get('size'));
  return PAGE_SIZES.includes(size) ? size : DEFAULT_PAGE_SIZE;
}

function emptyValues(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, '']));
}
