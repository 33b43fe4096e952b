import { isProtectedNamespace } from './isProtectedNamespace';

describe('isProtectedNamespace', () => {
  it.each([
    ['kube-system', true],
    ['kube-anything', true],
    ['openshift', true],
    ['openshift-monitoring', true],
    ['default', true],
    ['velero', true],
    ['backup-system', true],
    ['my-kube-system', false],
    ['not-default', false],
    ['openshifts', false],
    ['velero-demo', false],
    ['shop', false],
  ])('%s: %s', (name, expected) => {
    const cluster = { veleroNamespaces: ['backup-system'] };
    expect(isProtectedNamespace(name, cluster)).toBe(expected);
  });
});
