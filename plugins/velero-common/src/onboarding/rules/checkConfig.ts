import { ConfigKey, configKeysOf } from '../../storage/configKeys';
import { StorageProvider } from '../../storage/StorageProvider';
import { Finding, refusal } from '../../input/Finding';
import { DraftStorage, TenantDraft } from '../TenantDraft';

/**
 * Further settings of the plugin. One that it does not know makes the location unavailable; values are not quoted, since
 * somebody may have put a secret there.
 */
export function checkConfig(draft: TenantDraft): Finding[] {
  return draft.storages.flatMap(storage => {
    const { provider, givenConfig } = storage;
    return provider
      ? Object.entries(givenConfig).flatMap(([key, value]) =>
          keyProblem(provider, storage, key, value),
        )
      : [];
  });
}

function keyProblem(
  provider: StorageProvider,
  { path, values }: DraftStorage,
  name: string,
  value: string,
): Finding[] {
  const field = `${path}.config.${name.slice(0, 63)}`;
  const keys = configKeysOf(provider);
  const key = keys.find(candidate => candidate.name === name);
  const refuse = (message: string, remedy: string) => [
    refusal('config-key', field, message, remedy),
  ];
  if (!key) {
    const known = keys.flatMap(one => (one.refused ? [] : one.name));
    return refuse(
      `Velero’s plugin knows no setting of this name, and would not use the location`,
      `Remove it; known are ${known.join(', ')}`,
    );
  }
  if (provider.refusedSettings.includes(name)) {
    return refuse(`${provider.title} does not take ${name}`, 'Remove it');
  }
  if (key.refused) {
    return refuse(`${name} cannot be set: ${key.refused}`, 'Remove it');
  }
  if (
    Object.hasOwn(provider.configOf(values), name) ||
    ['region', 's3Url', 's3ForcePathStyle', 'serviceAccount'].includes(name)
  ) {
    return refuse(
      `${name} follows from the fields of ${provider.title}`,
      'Remove it, and give the fields under values',
    );
  }
  return valueProblem(key, value, field);
}

function valueProblem(
  { name, choices, pattern, help }: ConfigKey,
  value: string,
  field: string,
): Finding[] {
  const isFine = choices
    ? choices.includes(value)
    : !pattern || new RegExp(`^(?:${pattern})$`).test(value);
  return isFine
    ? []
    : [
        refusal(
          'config-value',
          field,
          `The value of ${name} cannot be used (${help})`,
          choices
            ? `Choose one of ${choices
                .map(one => JSON.stringify(one))
                .join(', ')}`
            : `It has to fit ${pattern}`,
        ),
      ];
}
