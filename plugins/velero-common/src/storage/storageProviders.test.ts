import { configKeysOf } from './configKeys';
import { placesOverlap } from './placesOverlap';
import { ProviderValues, StorageProvider } from './StorageProvider';
import {
  fieldProblemOf,
  storageProviders,
  withFieldDefaults,
} from './storageProviders';
import { storageServiceOf } from './storageServiceOf';

const ALL = Object.values(storageProviders);

function exampleValues(provider: StorageProvider): ProviderValues {
  const examples = provider.fields.map(({ name, example }) => [name, example]);
  return Object.fromEntries(examples);
}

describe.each(ALL.map(provider => [provider.id, provider] as const))(
  '%s',
  (id, provider) => {
    const values = exampleValues(provider);
    const endpoint = provider.endpointOf(values);

    it('takes its own examples', () => {
      for (const { name, example } of provider.fields) {
        expect(fieldProblemOf(provider, name, example)).toBeUndefined();
      }
    });

    it('misses what is required, and nothing else', () => {
      const filled = withFieldDefaults(provider, {});
      const missing = provider.fields.filter(({ name }) =>
        fieldProblemOf(provider, name, filled[name]),
      );
      expect(missing).toEqual(provider.fields.filter(field => field.required));
    });

    it('sets only what the plugin knows, as text', () => {
      const config = provider.configOf(values);
      const known = configKeysOf(provider).map(({ name }) => name);
      expect(Object.keys(config).filter(key => !known.includes(key))).toEqual(
        [],
      );
      expect(
        Object.values(config).filter(value => typeof value !== 'string'),
      ).toEqual([]);
      expect(config.s3Url).toBe(endpoint);
    });

    it('is recognised by its location', () => {
      const place = {
        provider: provider.veleroProvider,
        endpoint,
        bucket: 'b',
      };
      expect(storageServiceOf(place)).toBe(id === 'other-s3' ? undefined : id);
    });

    it('leads to one store, with the bucket in the host, too', () => {
      const place = {
        provider: provider.veleroProvider,
        endpoint,
        bucket: 'b',
      };
      const other = {
        ...place,
        endpoint: endpoint?.replace('https://', 'https://b.'),
      };
      expect(placesOverlap(place, other)).toBe('equal');
    });

    it('names a source for everything', () => {
      const sources = [
        provider.bucketRule.source,
        ...provider.sources,
        ...provider.limits.map(({ source }) => source),
      ];
      for (const source of sources) {
        expect(new URL(source).protocol).toBe('https:');
      }
      expect(provider.limits.length).toBeGreaterThan(0);
    });

    it('refuses a credential with a part missing, without repeating the rest', () => {
      const canary = 'canary-in-a-key';
      for (const { name } of provider.credential.fields) {
        const rest = provider.credential.fields
          .filter(field => field.name !== name)
          .map(field => [field.name, canary]);
        const file = provider.credential.fileOf(Object.fromEntries(rest));
        expect(file.problems).toContainEqual(
          expect.objectContaining({ field: name }),
        );
        expect(JSON.stringify(file)).not.toContain(canary);
      }
    });
  },
);

describe('storageProviders', () => {
  it.each([
    [
      { accountId: 'abc', jurisdiction: 'default' },
      'https://abc.r2.cloudflarestorage.com',
    ],
    [
      { accountId: 'abc', jurisdiction: 'eu' },
      'https://abc.eu.r2.cloudflarestorage.com',
    ],
    [
      { accountId: 'abc', jurisdiction: 'fedramp' },
      'https://abc.fedramp.r2.cloudflarestorage.com',
    ],
  ])('finds R2 of %j at %s', (values, expected) => {
    expect(storageProviders['cloudflare-r2'].endpointOf(values)).toBe(expected);
  });

  it.each([
    ['cloudflare-r2', { accountId: 'abc' }, 'jurisdiction'],
    ['huawei-obs', { region: 'eu-west-101' }, 'site'],
    ['other-s3', { endpoint: 'https://s3.example.com' }, 'region'],
    ['other-s3', { endpoint: 'https://s3.example.com' }, 'addressing'],
    ['other-s3', { endpoint: 'https://s3.example.com' }, 'checksum'],
  ] as const)('of %s %j takes an empty %s for none', (id, values, field) => {
    const provider = storageProviders[id];
    const filled = withFieldDefaults(provider, { ...values, [field]: '' });
    expect(filled).toEqual(withFieldDefaults(provider, values));
  });

  it('takes an empty text for a missing field', () => {
    const filled = withFieldDefaults(storageProviders.oci, { region: '' });
    expect(filled).toEqual({});
  });

  it.each([
    ['aws-s3', 'region', 'eu-central-1', true],
    ['aws-s3', 'region', 'us-gov-west-1', true],
    ['aws-s3', 'region', 'eusc-de-east-1', true],
    ['aws-s3', 'region', 'Frankfurt', false],
    ['aws-s3', 'region', 'eu-central-1\n', false],
    ['oci', 'namespace', 'a.evil.example/', false],
    ['oci', 'region', 'eu-frankfurt-1', true],
    ['huawei-obs', 'region', 'eu-west-101', true],
    ['huawei-obs', 'region', 'eu-west-101.evil', false],
    ['hetzner', 'location', 'ash', false],
    [
      'google-gcs',
      'serviceAccount',
      'velero@acme-prod.iam.gserviceaccount.com',
      true,
    ],
    ['google-gcs', 'serviceAccount', 'somebody', false],
  ] as const)('of %s, %s %j fits: %s', (id, field, value, fits) => {
    expect(
      fieldProblemOf(storageProviders[id], field, value) === undefined,
    ).toBe(fits);
  });

  it('writes an access key as a profile', () => {
    const { fileOf } = storageProviders['aws-s3'].credential;
    expect(
      fileOf({
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'a/b+c=',
      }),
    ).toEqual({
      text: '[default]\naws_access_key_id=AKIAIOSFODNN7EXAMPLE\naws_secret_access_key=a/b+c=\n',
    });
  });

  it.each(['a b', 'a\nrole_arn=x', 'a\u0000', 'ä', ' ', 'x'.repeat(600)])(
    'refuses the key %j, which would change the file',
    secretAccessKey => {
      const file = storageProviders['aws-s3'].credential.fileOf({
        accessKeyId: 'AKIA',
        secretAccessKey,
      });
      expect(file.problems).toMatchObject([{ field: 'secretAccessKey' }]);
      expect(file.text).toBeUndefined();
    },
  );

  const key = {
    type: 'service_account',
    client_email: 'velero@acme-prod.iam.gserviceaccount.com',
    private_key:
      '-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----\n',
  };

  it('takes the key of a service account as it is', () => {
    const { fileOf } = storageProviders['google-gcs'].credential;
    const text = JSON.stringify(key, undefined, 2);
    expect(fileOf({ serviceAccountKey: ` ${text}` }).text).toBe(`${text}\n`);
  });

  it.each([
    ['no JSON', 'canary'],
    ['another kind', JSON.stringify({ ...key, type: 'external_account' })],
    [
      'no private key',
      JSON.stringify({ ...key, private_key: undefined, note: 'canary' }),
    ],
    ['no account', JSON.stringify({ ...key, client_email: '' })],
    ['a list', '["canary"]'],
    [
      'more than a key',
      JSON.stringify({ ...key, note: 'canary'.repeat(5_000) }),
    ],
  ])(
    'refuses %s as a key, without repeating it',
    (_title, serviceAccountKey) => {
      const file = storageProviders['google-gcs'].credential.fileOf({
        serviceAccountKey,
      });
      expect(file.problems).toMatchObject([{ field: 'serviceAccountKey' }]);
      expect(JSON.stringify(file)).not.toContain('canary');
    },
  );
});
