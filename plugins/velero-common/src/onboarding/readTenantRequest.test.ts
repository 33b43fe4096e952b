import { BOTH, request } from './__testUtils__/onboardingFleet';
import { readTenantRequest } from './readTenantRequest';

function problems(input: unknown): string[] {
  return readTenantRequest(input).refusals.map(
    ({ code, field }) => `${code} ${field}`,
  );
}

describe('readTenantRequest', () => {
  it('gives back what it understands', () => {
    const full = request({
      clusters: [
        {
          ...BOTH[0],
          veleroNamespace: 'velero',
          prefix: 'a',
          storage: {
            provider: 'other-s3',
            values: { endpoint: 'https://s3.example.com' },
            bucket: 'b',
            config: { tagging: 'a=1&b=2' },
            caCert: 'x'.repeat(4_000),
            credential: { existingSecret: { name: 'a', key: 'cloud' } },
          },
          replicas: [
            {
              cluster: 'us-east',
              prefix: 'c',
              storage: {
                credential: { given: { name: 'replica', version: 2 } },
              },
            },
          ],
        },
        BOTH[1],
      ],
      schedules: {
        all: { enabled: true, cron: '@daily', keepFor: '48h' },
        databases: {
          selector: {
            matchLabels: { a: 'b' },
            matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }],
          },
        },
      },
      volumes: 'copy-files',
      readOthers: false,
      firstBackup: true,
      takeOver: true,
    });
    expect(readTenantRequest(JSON.parse(JSON.stringify(full)))).toEqual({
      request: full,
      refusals: [],
    });
  });

  it.each<[unknown, string[]]>([
    [undefined, ['not-an-object ']],
    ['text', ['not-an-object ']],
    [[], ['not-an-object ']],
    [
      {},
      [
        'missing scope',
        'missing storage',
        'missing clusters',
        'missing tenant',
        'missing owner',
      ],
    ],
    [{ ...request(), tenant: 7 }, ['wrong-type tenant']],
    [{ ...request(), tenant: 'a'.repeat(300) }, ['too-long tenant']],
    [{ ...request(), scope: 'galaxy' }, ['not-allowed scope']],
    [{ ...request(), takeOver: 'yes' }, ['wrong-type takeOver']],
    [{ ...request(), extra: 1 }, ['unknown-key extra']],
    [
      JSON.parse(`{"__proto__": {}, ${JSON.stringify(request()).slice(1)}`),
      ['unknown-key __proto__'],
    ],
    [{ ...request(), clusters: [] }, ['missing clusters']],
    [{ ...request(), clusters: {} }, ['wrong-type clusters']],
    [{ ...request(), clusters: [null] }, ['not-an-object clusters[0]']],
    [
      { ...request(), clusters: Array.from({ length: 51 }, () => BOTH[0]) },
      ['too-many clusters'],
    ],
    [
      { ...request(), clusters: [{ cluster: 'a', namespaces: ['b', 1] }] },
      ['wrong-type clusters[0].namespaces[1]'],
    ],
    [
      { ...request(), storage: { config: { s3ForcePathStyle: true } } },
      [
        'missing storage.credential',
        'wrong-type storage.config.s3ForcePathStyle',
      ],
    ],
    [
      { ...request(), storage: { credential: {} } },
      ['not-allowed storage.credential'],
    ],
    [
      {
        ...request(),
        storage: { credential: { given: {}, serverIdentity: true } },
      },
      ['not-allowed storage.credential'],
    ],
    [
      { ...request(), storage: { credential: { given: { version: 0 } } } },
      ['wrong-type storage.credential.given.version'],
    ],
    [
      {
        ...request(),
        storage: { provider: 'azure', credential: { given: {} } },
      },
      ['not-allowed storage.provider'],
    ],
    ...['..', 'Velero', 'a/b', ''].map(
      (veleroNamespace): [object, string[]] => [
        {
          ...request(),
          clusters: [{ cluster: 'eu-west', veleroNamespace }],
        },
        ['name-invalid clusters[0].veleroNamespace'],
      ],
    ),
    [
      { ...request(), schedules: { weekly: {} } },
      ['unknown-key schedules.weekly'],
    ],
    [
      { ...request(), schedules: { all: { keepFor: 720 } } },
      ['wrong-type schedules.all.keepFor'],
    ],
  ])('refuses %j', (input, expected) => {
    expect(problems(input)).toEqual(expected);
  });

  it('never repeats a secret that stands where none belongs', () => {
    const canary = 'wJalrXUtnFEMI';
    const result = readTenantRequest({
      ...request(),
      secretAccessKey: canary,
      storage: {
        credential: {
          given: { values: { secretAccessKey: canary } },
          secretAccessKey: canary,
        },
      },
    });
    expect(result.refusals).toHaveLength(3);
    expect(JSON.stringify(result)).not.toContain(canary);
  });
});
