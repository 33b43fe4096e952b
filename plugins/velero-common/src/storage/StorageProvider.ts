import { BucketRule } from './bucketRules';
import { CredentialForm } from './CredentialForm';
import { StorageServiceId } from './storageServices';

/** A service whose prices are known, or any other store that speaks S3. @public */
export type StorageProviderId = StorageServiceId | 'other-s3';

/** What a provider asks for, by the names of its fields. @public */
export type ProviderValues = Record<string, string>;

/** Something that a provider asks for, besides bucket and credential. Nothing of it is secret. @public */
export interface ProviderField {
  name: string;
  title: string;
  help: string;
  required: boolean;
  /** A regular expression that the whole text has to fit. */
  pattern?: string;
  /** The only values that can be chosen. */
  choices?: Array<{ value: string; title: string }>;
  /** Taken when nothing is given. */
  default?: string;
  example: string;
}

/** Something that the provider says of its store and that matters for backups. @public */
export interface ProviderLimit {
  text: string;
  /** Where that is written. */
  source: string;
}

/** The plugin of Velero that speaks to a store. @public */
export interface VeleroPlugin {
  /** Of the image that Velero's Deployment needs, without a version. */
  image: string;
  /** As the server status names it, as `velero.io/aws`. */
  objectStore: string;
}

/**
 * How a storage location of Velero has to look so that it leads into a store of this provider.
 *
 * @public
 */
export interface StorageProvider {
  id: StorageProviderId;
  title: string;
  /** Goes into `spec.provider`. */
  veleroProvider: 'aws' | 'gcp';
  plugin: VeleroPlugin;
  fields: ProviderField[];
  /** How the address of the store follows from the fields, in words. */
  endpointRule: string;
  /** The address of the store; absent where Velero's plugin knows it. */
  endpointOf(values: ProviderValues): string | undefined;
  /** Goes into `spec.config`. All values are text, flags too. */
  configOf(values: ProviderValues): Record<string, string>;
  /** Further settings of the plugin that the store does not take. */
  refusedSettings: string[];
  /** Credentials that Velero's plugin reads from a Secret. */
  credential: CredentialForm;
  /** True where Velero's own account in the cloud can stand in for a credential. */
  serverIdentity: boolean;
  bucketRule: BucketRule;
  limits: ProviderLimit[];
  /** Where fields, address and credential are documented. */
  sources: string[];
}
