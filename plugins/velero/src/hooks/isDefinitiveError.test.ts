import { isDefinitiveError } from './isDefinitiveError';

describe('isDefinitiveError', () => {
  it.each([
    [400, true],
    [403, true],
    [404, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])('of an answer with status %p is %p', (statusCode, expected) => {
    const error = Object.assign(new Error('refused'), { statusCode });

    expect(isDefinitiveError(error)).toBe(expected);
  });

  it('is false when no answer came at all', () => {
    expect(isDefinitiveError(new TypeError('Failed to fetch'))).toBe(false);
  });
});
