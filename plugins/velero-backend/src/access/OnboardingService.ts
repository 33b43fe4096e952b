import {
  CredentialReference,
  OffboardingPlan,
  Operation,
  TenantNamespaces,
  TenantPlanResponse,
} from 'backstage-plugin-velero-common';
import { UserCredentials } from './InventoryService';

/** A request as it came, before anything of it is known to be right. */
export interface TenantQuestion {
  request: unknown;
  credentials: UserCredentials;
}

/** Gives tenants their storage and schedules, on behalf of a user. */
export interface OnboardingService {
  /** What an owner can have backed up in each cluster. */
  listNamespaces(question: {
    owner: string;
    credentials: UserCredentials;
  }): Promise<TenantNamespaces[]>;
  plan(
    question: TenantQuestion & { credential?: CredentialReference },
  ): Promise<TenantPlanResponse>;
  onboard(
    order: TenantQuestion & {
      /** Values of given credentials. */
      secrets?: Record<string, Record<string, string>>;
      accepted?: string;
    },
  ): Promise<Operation>;
  /** What would be paused. */
  planOffboarding(question: {
    tenant: string;
    credentials: UserCredentials;
  }): Promise<OffboardingPlan>;
  offboard(order: {
    tenant: string;
    credentials: UserCredentials;
  }): Promise<Operation>;
  getOperation(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<Operation>;
  /** Asks that an operation stop, and gives it as it is now. */
  cancelOperation(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<Operation>;
}
