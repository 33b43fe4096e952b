import { useApi } from '@backstage/frontend-plugin-api';
import {
  TenantPlanResponse,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { veleroApiRef } from '../../api/veleroApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';

/** As long as somebody types, nothing is asked. */
const PAUSE = 400;

export interface TenantPlanQuery {
  /** The answer to what is filled in now; absent until it is there. */
  response?: TenantPlanResponse;
  error?: Error;
  pending: boolean;
  retry(): void;
}

/** Asks what onboarding a tenant would do, whenever what is filled in changes. */
export function useTenantPlan(
  request: TenantRequest | undefined,
): TenantPlanQuery {
  const api = useApi(veleroApiRef);
  const wanted = request ? JSON.stringify(request) : '';
  const [key, setKey] = useState(wanted);
  useDebounce(() => setKey(wanted), PAUSE, [wanted]);
  const { value, error, outdated, retry } = useLiveQuery({
    key,
    version: 0,
    load: async signal =>
      key
        ? api.planTenant({ request: JSON.parse(key) }, { signal })
        : undefined,
  });
  const isCurrent = key === wanted && !outdated;
  return {
    response: isCurrent && !error ? value : undefined,
    error: isCurrent ? error : undefined,
    pending: wanted !== '' && !isCurrent,
    retry,
  };
}
