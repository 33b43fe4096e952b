import { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  fieldProblemOf,
  storageProviders,
  TenantCluster,
  TenantCredential,
  withFieldDefaults,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { PlanValue, StorageValue } from './TenantFormData';

/** Says what is wrong in the language of who fills in the form. */
type Translate = TranslationFunction<typeof veleroTranslationRef.T>;

/** Lists what is missing or wrong in the value of a field. */
export type FieldProblems<T> = (value: T | undefined, t: Translate) => string[];

// A form fills in an empty object where a field has no value, so that `required` alone lets it go on.

export function clustersProblemsOf(
  value: TenantCluster[] | undefined,
  t: Translate,
): string[] {
  return value?.length ? [] : [t('onboarding.problems.clusters')];
}

/**
 * What is missing or wrong in what a provider asks for; the place itself is checked by the plan. What a preset says of its
 * own fields is English, as are the refusals of the plan: both come from the domain, which knows no language.
 */
export function storageProblemsOf(
  value: StorageValue | undefined,
  t: Translate,
): string[] {
  const provider = value?.provider && storageProviders[value.provider];
  if (!provider) {
    return [t('onboarding.problems.provider')];
  }
  const values = withFieldDefaults(provider, value.values ?? {});
  return provider.fields.flatMap(
    ({ name }) => fieldProblemOf(provider, name, values[name]) ?? [],
  );
}

export function credentialProblemsOf(
  value: Partial<TenantCredential> | undefined,
  t: Translate,
): string[] {
  return isCredential(value) ? [] : [t('onboarding.problems.credential')];
}

export function planProblemsOf(
  value: Partial<PlanValue> | undefined,
  t: Translate,
): string[] {
  return value?.digest === undefined ? [t('onboarding.problems.plan')] : [];
}

export function isCredential(
  value: Partial<TenantCredential> | undefined,
): value is TenantCredential {
  return value !== undefined && Object.keys(value).length > 0;
}
