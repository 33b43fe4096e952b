import { useRouteRef } from '@backstage/core-plugin-api';
import { useLocation } from 'react-router-dom';
import { entityContentRouteRef } from '../routes';

/** The list as its reader left it; kept in the history entries of the pages that were opened from it. */
export interface ListOrigin {
  search: string;
  state: unknown;
}

interface OriginState {
  veleroList?: ListOrigin;
}

/** State for the links that lead away from the list, so that its filters are there on the way back. */
export function useLeavingList(): OriginState {
  const { search, state } = useLocation();
  return { veleroList: { search, state } };
}

/** The way back to the list; `state` has to go along with links within the page. */
export function useListOrigin() {
  const listPath = useRouteRef(entityContentRouteRef)();
  const state = useLocation().state as OriginState | null;
  const origin = state?.veleroList;
  return {
    state,
    /** True when the page was opened from the list, and not by its address. */
    fromList: origin !== undefined,
    list: { to: `${listPath}${origin?.search ?? ''}`, state: origin?.state },
    listPath,
  };
}
