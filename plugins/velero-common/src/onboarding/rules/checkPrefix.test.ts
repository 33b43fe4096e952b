import { refused } from '../__testUtils__/found';
import { BOTH } from '../__testUtils__/onboardingFleet';

describe('checkPrefix', () => {
  it.each([
    ['a/b_c/d.e', true],
    ['a//b', false],
    ['../a', false],
    ['a b', false],
    ['a?b', false],
    ['kopia', false],
    ['a/backups', false],
    ['backups/a', true],
    ['a'.repeat(201), false],
  ])('of %s', (prefix, isFine) => {
    expect(refused({ clusters: [{ ...BOTH[0], prefix }] })).toEqual(
      isFine ? [] : ['prefix-invalid clusters[0].prefix'],
    );
  });
});
