import {
  storageEntityNameOf,
  tenantEntityNameOf,
  tenantEntityRefOf,
} from './catalogNames';

const OWNER = 'group:default/payments';

describe('names in the catalog', () => {
  it.each([
    ['payments', OWNER],
    ['payments', 'group:default/shop'],
    ['a', OWNER],
    ['x'.repeat(40), OWNER],
    ['x'.repeat(63), OWNER],
    [`${'x'.repeat(62)}y`, OWNER],
    ['Pay_ments.', OWNER],
    ['pay--ments', OWNER],
    ['-', OWNER],
  ])('of tenant %s of %s are valid', (tenant, owner) => {
    expect(tenantEntityNameOf({ tenant, owner })).toMatch(
      /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/,
    );
  });

  it('are another for another tenant or owner, however alike they are', () => {
    const tenants = [
      ['payments', OWNER],
      ['payments', 'group:default/shop'],
      ['payments', 'group:other/payments'],
      ['Payments', OWNER],
      ['pay.ments', OWNER],
      ['x'.repeat(41), OWNER],
      ['x'.repeat(42), OWNER],
    ].map(([tenant, owner]) => tenantEntityNameOf({ tenant, owner }));
    expect(new Set(tenants).size).toBe(7);
  });

  it('stay as they are', () => {
    const payments = { tenant: 'payments', owner: OWNER };
    expect(tenantEntityNameOf(payments)).toBe(
      'backup-tenant-payments-l4iyvb2s',
    );
    expect(tenantEntityRefOf(payments)).toBe(
      'resource:default/backup-tenant-payments-l4iyvb2s',
    );
    expect(
      tenantEntityNameOf({ ...payments, owner: OWNER.toUpperCase() }),
    ).toBe(tenantEntityNameOf(payments));
  });

  it.each([
    ['payments-backups', 'a'],
    ['x'.repeat(63), 'a'],
    ['Some.Bucket_', 'a'],
  ])('of bucket %s are valid, and others in another store', (bucket, key) => {
    const name = storageEntityNameOf(bucket, key);
    expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/);
    expect(storageEntityNameOf(bucket, 'b')).not.toBe(name);
  });
});
