import { testDatabases } from '../__testUtils__/databases';
import { Stores } from './Stores';
import { TenantClaim } from './TenantNameStore';

jest.setTimeout(60_000);

const PAYMENTS = 'group:default/payments';
const SHOP = 'group:default/shop';

const databases = testDatabases();

describe.each(databases.ids)('names of tenants on %s', id => {
  let stores: Stores;

  beforeEach(async () => {
    stores = await databases.stores(id);
  });

  /** Begins an operation that claims the name `payments`. */
  function begin(operation: string, claim: Partial<TenantClaim> = {}) {
    return stores.operations.begin({
      ...{ id: operation, kind: 'onboard', subject: 'payments' },
      ...{ userRef: 'user:default/ada', task: '{}', progress: '{}' },
      locks: [`lock/${operation}`],
      claim: {
        tenant: 'payments',
        owner: PAYMENTS,
        takeOver: false,
        ...claim,
      },
      holder: 'replica-1',
      ttl: 60_000,
    });
  }

  const owner = () => stores.tenantNames.findOwner('payments');

  it('belong to nobody, and then to the first who begins', async () => {
    await expect(owner()).resolves.toBeUndefined();
    await begin('first');
    await expect(owner()).resolves.toBe(PAYMENTS);
    await expect(begin('again')).resolves.toBeDefined();
  });

  it('are refused to others, for whom nothing begins', async () => {
    await begin('first');
    await expect(begin('other', { owner: SHOP })).rejects.toThrow(
      "The tenant 'payments' has come to belong to another owner",
    );
    await expect(stores.operations.find('other')).resolves.toBeUndefined();
    await expect(owner()).resolves.toBe(PAYMENTS);
  });

  it('belong to one of those who begin at once', async () => {
    const begun = await Promise.allSettled([
      begin('first'),
      begin('other', { owner: SHOP }),
    ]);
    const [refused, ...others] = begun.filter(
      ({ status }) => status === 'rejected',
    );
    expect(refused).toMatchObject({ reason: { name: 'ConflictError' } });
    expect(others).toEqual([]);
    expect([PAYMENTS, SHOP]).toContain(await owner());
  });

  it('are given to another owner when that is said, and stay there', async () => {
    await begin('first');
    await begin('other', { owner: SHOP, takeOver: true });
    await expect(owner()).resolves.toBe(SHOP);
    await stores.tenantNames.release({
      tenant: 'payments',
      operation: 'other',
    });
    await expect(owner()).resolves.toBe(SHOP);
  });

  it('are free again when the operation that took them came to nothing', async () => {
    await begin('first');
    await begin('again');
    await stores.tenantNames.release({
      tenant: 'payments',
      operation: 'again',
    });
    await expect(owner()).resolves.toBe(PAYMENTS);
    await stores.tenantNames.release({
      tenant: 'payments',
      operation: 'first',
    });
    await expect(owner()).resolves.toBeUndefined();
  });
});
