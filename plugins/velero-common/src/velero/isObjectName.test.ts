import { isObjectName } from './isObjectName';

describe('isObjectName', () => {
  it.each([
    ['vault', true],
    ['a', true],
    ['vault-2.eu.example', true],
    ['a'.repeat(253), true],
    ['', false],
    ['Vault', false],
    ['-vault', false],
    ['vault-', false],
    ['vault..eu', false],
    ['vault.-eu', false],
    ['vault`', false],
    ['vault\n', false],
    ['va/ult', false],
    ['a'.repeat(254), false],
  ])('of %j: %s', (text, expected) => {
    expect(isObjectName(text)).toBe(expected);
  });
});
