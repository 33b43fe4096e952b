import { TenantSummary } from 'backstage-plugin-velero-common';
import { TenantKey } from '../store/TenantQueries';

/** Asks for a page of tenants. */
export interface TenantQuestion {
  /** Full references of those whose tenants are asked for; everybody's when absent. */
  owners?: string[];
  limit: number;
  after?: TenantKey;
}

export interface TenantPage {
  items: TenantSummary[];
  next?: TenantKey;
  /** False while there is a cluster that has not been read once. */
  isComplete: boolean;
}

/** Says from the store which tenants have been onboarded. */
export interface TenantInventory {
  tenants(question: TenantQuestion): Promise<TenantPage>;
}
