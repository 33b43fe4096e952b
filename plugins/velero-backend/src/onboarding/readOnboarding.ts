import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Config } from '@backstage/config';
import {
  OnboardingSettings,
  storageProviders,
  StorageProviderId,
} from 'backstage-plugin-velero-common';

/** What configuration says of the networks of clusters, by their names. */
export type ClusterRanges = Record<
  string,
  { serviceRanges?: string[]; podRanges?: string[] }
>;

const KEY = 'velero.onboarding';
const DEFAULT_PORTAL = 'portal';

/** @throws InputError for a provider that is not known */
export function readOnboarding(config: RootConfigService): {
  settings: OnboardingSettings;
  ranges: ClusterRanges;
} {
  const onboarding = config.getOptionalConfig(KEY);
  const texts = (key: string) => onboarding?.getOptionalStringArray(key) ?? [];
  const matchLabels = onboarding?.getOptional<Record<string, string>>(
    'databaseSelector.matchLabels',
  );
  return {
    settings: {
      portal: onboarding?.getOptionalString('portal') ?? DEFAULT_PORTAL,
      defaultProvider: readProvider(
        onboarding?.getOptionalString('defaultProvider'),
      ),
      privateHosts: texts('privateHosts'),
      plainHttpHosts: texts('plainHttpHosts'),
      excludedNamespaces: texts('excludedNamespaces'),
      sharedSecrets: texts('sharedSecrets'),
      serverIdentityForTenants:
        onboarding?.getOptionalBoolean('serverIdentityForTenants') ?? false,
      ...(matchLabels && { databaseSelector: { matchLabels } }),
    },
    ranges: readRanges(onboarding?.getOptionalConfigArray('networks') ?? []),
  };
}

function readProvider(text: string | undefined): StorageProviderId | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (!Object.hasOwn(storageProviders, text)) {
    throw new InputError(
      `Configuration ${KEY}.defaultProvider is '${text}', expected one of ${Object.keys(
        storageProviders,
      ).join(', ')}`,
    );
  }
  return text as StorageProviderId;
}

function readRanges(networks: Config[]): ClusterRanges {
  return Object.fromEntries(
    networks.map(network => [
      network.getString('cluster'),
      {
        serviceRanges: network.getOptionalStringArray('serviceRanges'),
        podRanges: network.getOptionalStringArray('podRanges'),
      },
    ]),
  );
}
