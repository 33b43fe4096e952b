import {
  TenantCluster,
  TenantCredential,
  TenantRequest,
  TenantStorage,
} from 'backstage-plugin-velero-common';
import { isCredential } from './fieldProblems';

/** What the field of the storage fills in; the credential has a field of its own. */
export type StorageValue = Omit<TenantStorage, 'credential'>;

/** What the field of the plan fills in: it was looked at, and may change what is there. */
export interface PlanValue {
  /** Of the changes of what is there; empty when there are none. */
  digest: string;
}

/**
 * What a template has collected, by the names that its parameters need for the fields to know of each other. A form may
 * be at its beginning, so that everything may be absent.
 */
export type TenantFormData = Partial<
  Pick<
    TenantRequest,
    | 'tenant'
    | 'owner'
    | 'scope'
    | 'schedules'
    | 'volumes'
    | 'readOthers'
    | 'firstBackup'
    | 'takeOver'
  > & {
    clusters: TenantCluster[];
    storage: StorageValue;
    credential: TenantCredential;
    plan: PlanValue;
  }
>;

/** Makes the request of a form; nothing while too little is filled in for a plan to say anything. */
export function requestOf(form: TenantFormData): TenantRequest | undefined {
  const { tenant, owner, clusters = [], storage } = form;
  if (!tenant || !owner || clusters.length === 0 || !storage?.provider) {
    return undefined;
  }
  return {
    tenant,
    owner,
    scope: form.scope ?? 'tenant',
    clusters,
    storage: {
      ...storage,
      credential: isCredential(form.credential)
        ? form.credential
        : { given: {} },
    },
    schedules: form.schedules,
    volumes: form.volumes,
    readOthers: form.readOthers,
    firstBackup: form.firstBackup,
    takeOver: form.takeOver,
  };
}
