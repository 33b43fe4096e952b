import { DirectObjects } from '../DirectObjects';
import { PolicyRule } from './PolicyRule';

const apiGroup = 'rbac.authorization.k8s.io';
const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };

const INFO_PATHS = ['/healthz', '/livez', '/readyz', '/version', '/version/'];
const DISCOVERY_PATHS = [
  '/api',
  '/api/*',
  '/apis',
  '/apis/*',
  '/openapi',
  '/openapi/*',
  ...INFO_PATHS,
];

interface DefaultRole {
  name: string;
  groups: string[];
  rules: PolicyRule[];
}

/** The roles that every cluster has, as far as they matter to clients, with the groups that they are bound to. */
const DEFAULT_ROLES: DefaultRole[] = [
  {
    name: 'cluster-admin',
    groups: ['system:masters'],
    rules: [
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      { nonResourceURLs: ['*'], verbs: ['*'] },
    ],
  },
  {
    name: 'system:basic-user',
    groups: ['system:authenticated'],
    rules: [
      {
        apiGroups: ['authorization.k8s.io'],
        resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
        verbs: ['create'],
      },
      {
        apiGroups: ['authentication.k8s.io'],
        resources: ['selfsubjectreviews'],
        verbs: ['create'],
      },
    ],
  },
  {
    name: 'system:discovery',
    groups: ['system:authenticated'],
    rules: [{ nonResourceURLs: DISCOVERY_PATHS, verbs: ['get'] }],
  },
  {
    name: 'system:public-info-viewer',
    groups: ['system:authenticated', 'system:unauthenticated'],
    rules: [{ nonResourceURLs: INFO_PATHS, verbs: ['get'] }],
  },
];

/** Puts in the default roles and their bindings. */
export function putDefaultRoles(objects: DirectObjects) {
  for (const { name, groups, rules } of DEFAULT_ROLES) {
    const metadata = { name, labels };
    objects.put('clusterroles', { metadata, rules });
    objects.put('clusterrolebindings', {
      metadata,
      roleRef: { apiGroup, kind: 'ClusterRole', name },
      subjects: groups.map(group => ({ apiGroup, kind: 'Group', name: group })),
    });
  }
}
