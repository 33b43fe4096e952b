import { howToProve } from './howToProve';

describe('howToProve', () => {
  it.each([
    [
      { cluster: 'eu', namespace: 'payments' },
      'group:default/payments',
      'kubectl --context eu annotate namespace payments backstage.io/owner=group:default/payments',
    ],
    [
      { namespace: 'payments' },
      'group:default/payments',
      'kubectl annotate namespace payments backstage.io/owner=group:default/payments',
    ],
    [
      { cluster: 'eu', namespace: 'payments' },
      "group:default/a; rm -rf 'x'",
      `kubectl --context eu annotate namespace payments 'backstage.io/owner=group:default/a; rm -rf '\\''x'\\'''`,
    ],
  ])('%j of %s', (claim, owner, line) => {
    expect(howToProve(claim, [owner])).toBe(line);
  });
});
