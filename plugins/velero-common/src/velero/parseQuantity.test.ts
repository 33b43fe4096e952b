import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each<[string, number | undefined]>([
    ['0', 0],
    ['10', 10],
    ['500m', 0.5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1_000],
    ['1E2', 100],
    ['2E', 2e18],
    ['3k', 3_000],
    ['10Gi', 10 * 2 ** 30],
    ['1Ki', 1_024],
    ['-1', -1],
    ['', undefined],
    ['ten', undefined],
    ['10gi', undefined],
    ['10 Gi', undefined],
    ['1e', undefined],
  ])('reads %j as %s', (text, expected) => {
    expect(parseQuantity(text)).toBe(expected);
  });
});
