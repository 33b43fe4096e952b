import { UserQuota } from './UserQuota';

describe('UserQuota', () => {
  const anna = 'user:default/anna';

  it('refuses one user what it still gives to another', () => {
    const quota = new UserQuota({ limit: 2 });
    quota.take(anna);
    quota.take(anna);
    expect(() => quota.take(anna)).toThrow(
      /You are reading 2 logs or lists at the same time.*Close one/,
    );
    expect(() => quota.take('user:default/ben')).not.toThrow();
  });

  it('gives again what was given back, once', () => {
    const quota = new UserQuota({ limit: 1 });
    const giveBack = quota.take(anna);
    giveBack();
    giveBack();
    quota.take(anna);
    expect(() => quota.take(anna)).toThrow(/1 logs or lists/);
  });
});
