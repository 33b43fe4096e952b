import {
  defaultPrefixOf,
  labelOf,
  locationNameOf,
  scheduleNameOf,
  secretNameOf,
  secretVersionOf,
} from './tenantNames';

describe('tenantNames', () => {
  it.each([
    ['payments', 'eu-west', 'payments--eu-west--databases'],
    ['a', 'b', 'a--b--databases'],
  ])('names a schedule of %s in %s', (tenant, cluster, expected) => {
    expect(scheduleNameOf(tenant, cluster, 'databases')).toBe(expected);
  });

  it.each([
    ['a'.repeat(40), 'eu-west'],
    ['payments', 'arn:aws:eks:eu-central-1:123456789012:cluster/prod'],
    ['a'.repeat(40), 'b'.repeat(253)],
    ['payments', 'EU_West'],
    ['payments', '::'],
    ['payments', 'eu--west'],
  ])(
    'leaves room for the time that Velero adds: %s in %s',
    (tenant, cluster) => {
      const name = scheduleNameOf(tenant, cluster, 'databases');
      expect(name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
      expect(`${name}-20261129020000`.length).toBeLessThanOrEqual(63);
    },
  );

  it('never gives two of them one name', () => {
    const clusters = [
      'a',
      'a-b',
      'b',
      'b-c',
      'A',
      'a.b',
      'a_b',
      'a--b',
      'b'.repeat(60),
      'b'.repeat(61),
    ];
    const tenants = ['a', 'a-b', 'a-b-c', 'c', 'b'.repeat(39), 'b'.repeat(40)];
    const names = tenants.flatMap(tenant =>
      clusters.map(cluster => locationNameOf(tenant, cluster)),
    );
    expect(new Set(names).size).toBe(names.length);
    const prefixes = tenants.flatMap(tenant =>
      clusters.map(cluster => defaultPrefixOf(tenant, cluster, 'shared')),
    );
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('carries the tenant in a bucket that is not its own', () => {
    expect(defaultPrefixOf('shop', 'eu', 'shop-backups')).toBe('eu');
    expect(defaultPrefixOf('shop', 'eu', 'all-backups')).toBe('shop--eu');
  });

  it.each([
    ['payments--credentials--v12', 12],
    ['payments--credentials--v0', undefined],
    ['payments--credentials--v1x', undefined],
    ['payments--other--v1', undefined],
    ['payments-eu--credentials--v1', undefined],
  ])('reads the version of %s', (secret, expected) => {
    expect(secretVersionOf('payments', 'credentials', secret)).toBe(expected);
    expect(secretNameOf('payments', 'credentials', 12)).toBe(
      'payments--credentials--v12',
    );
  });

  it('makes a label of any text', () => {
    expect(labelOf('x'.repeat(200))).toHaveLength(63);
    expect(labelOf('Acme Portal')).toMatch(/^acme-portal-[a-z0-9]{8}$/);
  });
});
