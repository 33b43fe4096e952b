import { refused } from '../__testUtils__/found';
import {
  ACCOUNT,
  fleet,
  request,
  settings,
} from '../__testUtils__/onboardingFleet';
import { TenantStorage } from '../TenantRequest';

const R2: TenantStorage = request().storage;

describe('checkStorage', () => {
  it.each<[string, Partial<TenantStorage>, string[]]>([
    ['no provider', { provider: undefined }, ['missing storage.provider']],
    [
      'a missing field',
      { values: {} },
      ['provider-field storage.values.accountId'],
    ],
    [
      'a wrong field',
      { values: { accountId: 'x.evil.example/' } },
      ['provider-field storage.values.accountId'],
    ],
    [
      'a field of another provider',
      { values: { accountId: ACCOUNT, region: 'eu' } },
      ['provider-field storage.values.region'],
    ],
    [
      'a wrong choice',
      { values: { accountId: ACCOUNT, jurisdiction: 'moon' } },
      ['provider-field storage.values.jurisdiction'],
    ],
    [
      'a bucket with a slash',
      { bucket: 'a/b' },
      ['bucket-invalid storage.bucket'],
    ],
    ['a short bucket', { bucket: 'ab' }, ['bucket-invalid storage.bucket']],
    [
      'a bucket with dots',
      { bucket: 'a.b.c' },
      ['bucket-invalid storage.bucket'],
    ],
    [
      'a name that AWS keeps',
      {
        provider: 'aws-s3',
        values: { region: 'eu-west-1' },
        bucket: 'xn--abc',
      },
      ['bucket-invalid storage.bucket'],
    ],
    [
      'a name that Google keeps',
      { provider: 'google-gcs', values: {}, bucket: 'google-backups' },
      ['bucket-invalid storage.bucket'],
    ],
    [
      'a certificate for a public service',
      { caCert: 'x' },
      ['certificate-invalid storage.caCert'],
    ],
    [
      'a private key',
      {
        provider: 'other-s3',
        values: { endpoint: 'https://s3.example.com' },
        caCert:
          '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
      },
      ['certificate-invalid storage.caCert'],
    ],
    [
      'a certificate',
      {
        provider: 'other-s3',
        values: { endpoint: 'https://s3.example.com' },
        caCert:
          '-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----\n',
      },
      [],
    ],
  ])('of %s', (_title, parts, expected) => {
    expect(refused({ storage: { ...R2, ...parts } })).toEqual(expected);
  });

  it('looks at what is given as a certificate in no time', () => {
    const block = '-----BEGIN CERTIFICATE-----A-----END CERTIFICATE-----\n';
    const caCert = `${block.repeat(40)}x`;
    const values = { endpoint: 'https://s3.example.com' };
    expect(
      refused({ storage: { ...R2, provider: 'other-s3', values, caCert } }),
    ).toEqual(['certificate-invalid storage.caCert']);
  });

  it('takes the provider of the configuration', () => {
    const storage: TenantStorage = {
      values: { location: 'fsn1' },
      credential: { given: {} },
    };
    const snapshot = fleet({
      settings: settings({ defaultProvider: 'hetzner' }),
    });
    expect(refused({ storage }, snapshot)).toEqual([]);
  });
});
