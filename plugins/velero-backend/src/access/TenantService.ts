import { TenantsQuery, TenantsResponse } from 'backstage-plugin-velero-common';
import { ReaderCredentials } from './InventoryService';

/** Which tenants have been onboarded. */
export interface TenantService {
  listTenants(question: {
    query: TenantsQuery;
    credentials: ReaderCredentials;
  }): Promise<TenantsResponse>;
}
