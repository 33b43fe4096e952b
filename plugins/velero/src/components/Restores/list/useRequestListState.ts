import { RestoreState, restoreStates } from 'backstage-plugin-velero-common';
import { useSearchParams } from 'react-router-dom';
import { CursorPaging, useCursorPaging } from '../../../hooks/useCursorPaging';

export const REQUEST_VIEWS = ['mine', 'waiting', 'all'] as const;
export type RequestView = (typeof REQUEST_VIEWS)[number];

/** What the reader has chosen to see of the requests; all of it lives in the address. */
export interface RequestListState extends CursorPaging {
  view: RequestView;
  state?: RestoreState;
  setState(state: string): void;
}

export function useRequestListState(): RequestListState {
  const [params] = useSearchParams();
  const { change, ...paging } = useCursorPaging();
  const view = REQUEST_VIEWS.find(each => each === params.get('view'));
  return {
    ...paging,
    view: view ?? 'mine',
    state: restoreStates.find(state => state === params.get('state')),
    setState: state => change({ state }),
  };
}
