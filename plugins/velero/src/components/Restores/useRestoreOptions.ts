import { useApi } from '@backstage/frontend-plugin-api';
import { RestoreOptionsResponse } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';

/** What the reader may do about restores; nothing while that is not known. */
export function useRestoreOptions(): Partial<RestoreOptionsResponse> {
  const api = useApi(veleroApiRef);
  const { value = {} } = useLiveQuery<Partial<RestoreOptionsResponse>>({
    key: 'options',
    version: 0,
    load: signal => api.getRestoreOptions({ signal }),
  });
  return value;
}
