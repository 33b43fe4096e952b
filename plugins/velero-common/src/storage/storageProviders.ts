import { awsS3 } from './providers/awsS3';
import { cloudflareR2 } from './providers/cloudflareR2';
import { googleGcs } from './providers/googleGcs';
import { hetzner } from './providers/hetzner';
import { huaweiObs } from './providers/huaweiObs';
import { oci } from './providers/oci';
import { otherS3 } from './providers/otherS3';
import {
  ProviderValues,
  StorageProvider,
  StorageProviderId,
} from './StorageProvider';

/** The providers that a tenant can be onboarded with. @public */
export const storageProviders: Record<StorageProviderId, StorageProvider> = {
  'aws-s3': awsS3,
  'cloudflare-r2': cloudflareR2,
  'google-gcs': googleGcs,
  hetzner,
  'huawei-obs': huaweiObs,
  oci,
  'other-s3': otherS3,
};

/** True for the name of a provider. @public */
export function isStorageProviderId(text: string): text is StorageProviderId {
  return Object.hasOwn(storageProviders, text);
}

/**
 * What was given, completed by the defaults of the provider's fields. An empty text counts as nothing given: forms leave
 * one behind, and no address or region is made of it.
 *
 * @public
 */
export function withFieldDefaults(
  provider: StorageProvider,
  values: ProviderValues,
): ProviderValues {
  const defaults = provider.fields.flatMap(field =>
    field.default === undefined ? [] : [[field.name, field.default]],
  );
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return Object.fromEntries([...defaults, ...given]);
}

/**
 * Says why a value of a field cannot be taken; nothing when it can.
 *
 * @public
 */
export function fieldProblemOf(
  provider: StorageProvider,
  name: string,
  value: string | undefined,
): string | undefined {
  const field = provider.fields.find(candidate => candidate.name === name);
  if (!field) {
    const names = provider.fields.map(known => known.name).join(', ');
    return `${provider.title} asks for ${names} only`;
  }
  if (!value) {
    return field.required ? `${field.title} is missing` : undefined;
  }
  if (field.choices && !field.choices.some(choice => choice.value === value)) {
    const choices = field.choices.map(choice => choice.value).join(', ');
    return `${field.title} is one of ${choices}`;
  }
  return field.pattern && !new RegExp(`^(?:${field.pattern})$`).test(value)
    ? `${field.title} looks like ${field.example}`
    : undefined;
}
