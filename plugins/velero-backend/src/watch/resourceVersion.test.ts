import { isBefore } from './resourceVersion';

describe('isBefore', () => {
  it.each([
    ['9', '10', true],
    ['10', '9', false],
    ['10', '10', false],
    ['99999999999999999998', '99999999999999999999', true],
    ['12', '13', true],
    ['0', '13', false],
    ['a', 'b', false],
    ['007', '13', false],
    ['', '13', false],
    [undefined, '13', false],
    ['13', undefined, false],
  ])('of %s and %s is %s', (version, other, expected) => {
    expect(isBefore(version, other)).toBe(expected);
  });
});
