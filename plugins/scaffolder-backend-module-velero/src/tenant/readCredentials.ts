import { InputError } from '@backstage/errors';
import {
  PlannedCredential,
  storageProviders,
  taskSecretNameOf,
  TenantPlan,
} from 'backstage-plugin-velero-common';

/** Values of given credentials, by their names and the fields of the provider. */
export type CredentialValues = Record<string, Record<string, string>>;

/**
 * Finds what a plan needs among the secrets of a task.
 *
 * @throws InputError that names the secrets that are missing
 */
export function readCredentials(
  plan: TenantPlan,
  secrets: Record<string, string> = {},
): CredentialValues {
  const planned = plan.clusters.flatMap(({ credentials }) => credentials);
  const missing = new Set(
    planned.flatMap(credential => missingOf(credential, secrets)),
  );
  if (missing.size > 0) {
    throw new InputError(
      `The task lacks these secrets: ${[...missing].join(
        ', ',
      )}. The field VeleroCredentialField of a template asks for them; a task that is made by the API brings them in 'secrets'. A task that is run again has to be given them anew`,
    );
  }
  return Object.fromEntries(
    planned.map(credential => [
      credential.given,
      valuesOf(credential, secrets),
    ]),
  );
}

function missingOf(
  { given, provider }: PlannedCredential,
  secrets: Record<string, string>,
): string[] {
  return storageProviders[provider].credential.fields
    .filter(({ name, required }) => {
      return required && !secrets[taskSecretNameOf(given, name)];
    })
    .map(({ name, title }) => `${taskSecretNameOf(given, name)} (${title})`);
}

function valuesOf(
  { given, provider }: PlannedCredential,
  secrets: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    storageProviders[provider].credential.fields.flatMap(({ name }) => {
      const value = secrets[taskSecretNameOf(given, name)];
      return value ? [[name, value]] : [];
    }),
  );
}
