import {
  fieldProblemOf,
  storageProviders,
  TenantCluster,
  TenantCredential,
  withFieldDefaults,
} from 'backstage-plugin-velero-common';
import { PlanValue, StorageValue } from './TenantFormData';

// A form fills in an empty object where a field has no value, so that `required` alone lets it go on.

export function clustersProblemsOf(
  value: TenantCluster[] | undefined,
): string[] {
  return value?.length ? [] : ['Choose at least one namespace'];
}

/** What is missing or wrong in what a provider asks for; the place itself is checked by the plan. */
export function storageProblemsOf(value: StorageValue | undefined): string[] {
  const provider = value?.provider && storageProviders[value.provider];
  if (!provider) {
    return ['Choose the provider of the storage'];
  }
  const values = withFieldDefaults(provider, value.values ?? {});
  return provider.fields.flatMap(
    ({ name }) => fieldProblemOf(provider, name, values[name]) ?? [],
  );
}

export function credentialProblemsOf(
  value: Partial<TenantCredential> | undefined,
): string[] {
  return isCredential(value)
    ? []
    : ['Fill in the credential, or name a Secret that is there'];
}

export function planProblemsOf(
  value: Partial<PlanValue> | undefined,
): string[] {
  return value?.digest === undefined
    ? [
        'There is no plan yet that can be applied: see what stands in its way, or look at the changes',
      ]
    : [];
}

export function isCredential(
  value: Partial<TenantCredential> | undefined,
): value is TenantCredential {
  return value !== undefined && Object.keys(value).length > 0;
}
