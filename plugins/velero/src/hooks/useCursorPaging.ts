import { useLocation, useSearchParams } from 'react-router-dom';

/** Which page of a list is shown. It lives in the address, so that it can be shared. */
export interface CursorPaging {
  cursor?: string;
  /** From 1; not known when a later page was opened by its address. */
  page?: number;
  toFirstPage(): void;
  toNextPage(cursor: string): void;
  /** Absent on the first page, and where the way to this page is not known. */
  toPreviousPage?: () => void;
}

export function useCursorPaging(): CursorPaging & {
  /** Changes what is asked for, which leads back to the first page; empty values are left out. */
  change(values: Record<string, string>): void;
} {
  const [params, setParams] = useSearchParams();
  const trail = useTrail();
  const cursor = params.get('cursor') ?? undefined;

  const change = (values: Record<string, string>, nextTrail: string[] = []) =>
    setParams(before => withValues(before, values), {
      state: { veleroTrail: nextTrail },
    });

  return {
    cursor,
    page: cursor && trail.length === 0 ? undefined : trail.length + 1,
    change: values => change({ ...values, cursor: '' }),
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
