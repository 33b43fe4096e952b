import { defaultRestorePolicy } from './defaultRestorePolicy';
import { excludesResource } from './kindPattern';

describe('defaultRestorePolicy', () => {
  // As docs/restore-policy.md says; whoever changes it changes what portals without a policy of their own do.
  it('allows what the docs say, for as long as they say', () => {
    const { destinations, kinds, ...rest } = defaultRestorePolicy;
    expect(rest).toEqual({
      id: 'default',
      match: {},
      sources: { partiallyFailed: true, tenantStorage: 'strict' },
      volumes: true,
      existing: {},
      drills: { allowed: true, workloads: false },
      hooks: false,
      modifiers: [],
      limits: { openPerUser: 5, perNamespaceAndDay: 10, runningPerCluster: 3 },
      quietHours: [],
      expiry: 86_400_000,
      window: 900_000,
    });
    expect(kinds.clusterScoped).toEqual([]);
  });

  it('asks for consent where something is there, or comes from elsewhere', () => {
    const other = [{ from: ['owner', 'platform'], count: 1 }];
    const platform = [{ from: ['platform'], count: 1 }];
    expect(defaultRestorePolicy.destinations).toEqual({
      newNamespace: { names: ['{namespace}-restore-*'], approvals: [] },
      sameNamespace: { approvals: other },
      otherNamespace: { approvals: other },
      otherClusters: { clusters: ['*'], approvals: platform },
      wholeBackup: { approvals: platform },
    });
  });

  it.each([
    ['rolebindings', 'rbac.authorization.k8s.io', true],
    ['rolebindings', 'authorization.openshift.io', true],
    ['roles', 'authorization.openshift.io', true],
    ['resourcequotas', '', true],
    ['ciliumnetworkpolicies', 'cilium.io', true],
    ['networkpolicies', 'crd.projectcalico.org', true],
    ['networkpolicies', 'projectcalico.org', true],
    ['egressfirewalls', 'k8s.ovn.org', true],
    ['policyexceptions', 'kyverno.io', true],
    ['authorizationpolicies', 'security.istio.io', true],
    ['applications', 'argoproj.io', true],
    ['secrets', '', false],
    ['deployments', 'apps', false],
    ['virtualservices', 'networking.istio.io', false],
    ['routes', 'route.openshift.io', false],
  ])('keeps %s of group %j out: %s', (resource, group, expected) => {
    const { excluded } = defaultRestorePolicy.kinds;
    expect(excludesResource(excluded, { resource, group })).toBe(expected);
  });
});
