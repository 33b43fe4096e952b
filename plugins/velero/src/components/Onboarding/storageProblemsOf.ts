import {
  fieldProblemOf,
  storageProviders,
  withFieldDefaults,
} from 'backstage-plugin-velero-common';
import { StorageValue } from './TenantFormData';

/** What is missing or wrong in what a provider asks for; the place itself is checked by the plan. */
export function storageProblemsOf(value: StorageValue | undefined): string[] {
  const provider = value?.provider && storageProviders[value.provider];
  if (!provider) {
    return [];
  }
  const values = withFieldDefaults(provider, value.values ?? {});
  return provider.fields.flatMap(
    ({ name }) => fieldProblemOf(provider, name, values[name]) ?? [],
  );
}
