import {
  Operation,
  TenantOnboarding,
  TenantPlanQuery,
  TenantPlanResponse,
} from 'backstage-plugin-velero-common';

import { OffboardingDraft } from './OffboardingDraft';

/** Who wants a tenant onboarded. */
export interface OnboardingReader {
  userRef: string;
  ownershipRefs: string[];
  administrator: boolean;
}

/** Gives tenants their storage locations and schedules. */
export interface Onboarding {
  /** Writes nothing. */
  plan(
    query: TenantPlanQuery,
    reader: OnboardingReader,
  ): Promise<TenantPlanResponse>;
  /**
   * Begins to apply a plan.
   *
   * @throws OnboardingRefusedError when there is no plan
   * @throws InputError for a credential that is missing or cannot be used
   * @throws ConflictError when objects would change that were not looked at, or another operation is under way
   */
  onboard(
    wanted: TenantOnboarding,
    reader: OnboardingReader,
  ): Promise<Operation>;
  /**
   * Finds what there is to pause of a tenant; changes nothing.
   *
   * @throws NotFoundError when the tenant has no schedule, or belongs to somebody else
   */
  draftOffboarding(
    tenant: string,
    reader: OnboardingReader,
  ): Promise<OffboardingDraft>;
  /**
   * Begins to pause what is found. Backups stay until they expire, and so do locations.
   *
   * @param find - makes a draft that the reader may have carried out; called again once nobody else works on the tenant,
   * since another operation may have made schedules meanwhile
   */
  offboard(
    tenant: string,
    find: () => Promise<OffboardingDraft>,
    reader: OnboardingReader,
  ): Promise<Operation>;
  find(id: string): Promise<Operation | undefined>;
  /** Asks that an operation stop; what it has made is taken back. */
  cancel(id: string): Promise<void>;
}
