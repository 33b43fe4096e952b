import { TenantPlan, TenantRequest } from 'backstage-plugin-velero-common';
import { CredentialText } from './Credentials';
import { FleetReading } from './FleetReader';

/** A plan with what it depends on. */
export interface PlanOnFleet {
  plan: TenantPlan;
  fleet: FleetReading;
}

/** A plan for which everything is at hand. */
export interface ReadyPlan extends PlanOnFleet {
  request: TenantRequest;
  texts: CredentialText[];
  /** Names of Secrets, by cluster, that hold the same credential already. */
  known: Map<string, string[]>;
}
