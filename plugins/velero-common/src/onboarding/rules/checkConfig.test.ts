import { refused } from '../__testUtils__/found';
import { request } from '../__testUtils__/onboardingFleet';
import { TenantStorage } from '../TenantRequest';

const R2: TenantStorage = request().storage;

const S3: TenantStorage = {
  provider: 'aws-s3',
  values: { region: 'eu-west-1' },
  credential: { given: {} },
};

describe('checkConfig', () => {
  it.each([
    [{ serverSideEncryption: 'AES256' }, undefined],
    [{ tagging: 'a=1&b=2' }, undefined],
    [{ tagging: 'a=1' }, 'config-value'],
    [{ serverSideEncryption: 'ROT13' }, 'config-value'],
    [{ credentialsFile: '/credentials/cloud' }, 'config-key'],
    [{ customerKeyEncryptionFile: '/etc/passwd' }, 'config-key'],
    [{ insecureSkipTLSVerify: 'true' }, 'config-key'],
    [{ signatureVersion: '4' }, 'config-key'],
    [{ s3Url: 'https://evil.example' }, 'config-key'],
    [{ checksumAlgorithm: 'CRC32' }, undefined],
    [{ checksumAlgorithm: 'MD5' }, 'config-value'],
    [{ createSignedURLTTL: '1h' }, 'config-key'],
    [{ constructor: 'x' }, 'config-key'],
  ])('of %j', (config: Record<string, string>, code) => {
    const [name] = Object.keys(config);
    const storage = { ...S3, config };
    expect(refused({ storage })).toEqual(
      code ? [`${code} storage.config.${name}`] : [],
    );
  });

  it.each(['checksumAlgorithm', 'tagging', 'kmsKeyId'])(
    'leaves %s to the preset of R2',
    name => {
      const storage = { ...R2, config: { [name]: 'a' } };
      expect(refused({ storage })).toEqual([
        `config-key storage.config.${name}`,
      ]);
    },
  );

  it('quotes no value', () => {
    const config = { awsSecretKey: 'canary' };
    const text = JSON.stringify(refused({ storage: { ...R2, config } }));
    expect(text).not.toContain('canary');
  });
});
