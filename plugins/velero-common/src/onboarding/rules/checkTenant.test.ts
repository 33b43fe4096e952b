import { refused } from '../__testUtils__/found';

describe('checkTenant', () => {
  it.each([
    ['payments', []],
    ['a', []],
    ['team-1', []],
    ['Payments', ['name-invalid tenant']],
    ['-payments', ['name-invalid tenant']],
    ['pay--ments', ['name-invalid tenant']],
    ['pay.ments', ['name-invalid tenant']],
    ['a'.repeat(40), []],
    ['a'.repeat(41), ['name-too-long tenant']],
  ])('of the tenant %s', (tenant, expected) => {
    expect(refused({ tenant })).toEqual(expected);
  });

  it.each([
    ['group:default/payments', []],
    ['user:default/jane.doe', []],
    ['payments', ['name-invalid owner']],
    ['group:default/pay ments', ['name-invalid owner']],
    ['group:default/a\nb: c', ['name-invalid owner']],
  ])('of the owner %j', (owner, expected) => {
    expect(refused({ owner })).toEqual(expected);
  });
});
