import { TenantRequest } from 'backstage-plugin-velero-common';

/** The inputs of an action that ask for a tenant. */
export type TenantInput = Omit<TenantRequest, 'scope'> &
  Partial<Pick<TenantRequest, 'scope'>>;

/** Takes out of an action's inputs what asks for the tenant. */
export function tenantRequestOf({
  tenant,
  owner,
  scope = 'tenant',
  storage,
  clusters,
  schedules,
  volumes,
  readOthers,
  firstBackup,
  takeOver,
}: TenantInput): TenantRequest {
  return {
    tenant,
    owner,
    scope,
    storage,
    clusters,
    schedules,
    volumes,
    readOthers,
    firstBackup,
    takeOver,
  };
}
