import { useApi } from '@backstage/frontend-plugin-api';
import { ProtectionResponse } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { LiveQuery, useLiveQuery } from '../../hooks/useLiveQuery';

/** Whether the entity is protected, kept up to date. */
export function useProtection(options: {
  entityRef: string;
  version: number;
}): LiveQuery<ProtectionResponse> {
  const { entityRef, version } = options;
  const api = useApi(veleroApiRef);
  return useLiveQuery({
    key: entityRef,
    version,
    load: signal => api.getEntityProtection(entityRef, { signal }),
  });
}
