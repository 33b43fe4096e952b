import { useApi } from '@backstage/frontend-plugin-api';
import {
  TenantPlanResponse,
  TenantRequest,
} from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { SettledQuery, useSettledQuery } from '../../hooks/useSettledQuery';

/** Asks what onboarding a tenant would do, whenever what is filled in changes. */
export function useTenantPlan(
  request: TenantRequest | undefined,
): SettledQuery<TenantPlanResponse> {
  const api = useApi(veleroApiRef);
  return useSettledQuery({
    question: request,
    load: (question, signal) =>
      api.planTenant({ request: question }, { signal }),
  });
}
