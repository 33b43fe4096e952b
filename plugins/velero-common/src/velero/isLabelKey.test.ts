import { isLabelKey } from './isLabelKey';

const DOMAIN = ['a', 'b', 'c', 'd']
  .map(part => part.repeat(62))
  .join('.')
  .concat('.e');

describe('isLabelKey', () => {
  it.each([
    ['app'],
    ['App_1.x-y'],
    ['app.kubernetes.io/name'],
    ['a-b.c/x'],
    ['n'.repeat(63)],
    [`${'d'.repeat(249)}.io/x`],
    [`${'d'.repeat(253)}/x`],
    [`${DOMAIN}/x`],
  ])('takes %s', text => {
    expect(isLabelKey(text)).toBe(true);
  });

  it.each([
    [''],
    ['/x'],
    ['x/'],
    ['a/b/c'],
    ['-app'],
    ['app-'],
    ['a..b/x'],
    ['.a/x'],
    ['a./x'],
    ['a.-b/x'],
    ['a-.b/x'],
    ['A.io/x'],
    ['a_b/x'],
    ['n'.repeat(64)],
    [`${'d'.repeat(254)}/x`],
    [`${DOMAIN}ff/x`],
    ['x\n'],
    ['a\n/x'],
  ])('refuses %j, as Kubernetes does', text => {
    expect(isLabelKey(text)).toBe(false);
  });
});
