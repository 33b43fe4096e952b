import { isAtLeast } from './isAtLeast';

describe('isAtLeast', () => {
  it.each([
    ['v1.18.1', true],
    ['1.18.1', true],
    ['v1.18.3', true],
    ['v1.19.0', true],
    ['v2.0.0', true],
    ['v1.18.10', true],
    ['v1.18.2-rc.1', true],
    ['v1.18.1+build.5', true],
    ['v1.18.1-rc.2', false],
    ['v1.18.1-rc.2+build', false],
    ['v1.18.0', false],
    ['v1.9.9', false],
    ['v0.19.9', false],
    ['main', false],
    ['v1.18', false],
    ['xv1.18.1', false],
    ['v1.18.1x', false],
  ])('holds %s against 1.18.1', (version, expected) => {
    expect(isAtLeast(version, '1.18.1')).toBe(expected);
  });
});
