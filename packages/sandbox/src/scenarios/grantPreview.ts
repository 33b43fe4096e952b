import { SandboxCluster } from '../SandboxCluster';

const apiGroup = 'rbac.authorization.k8s.io';
const NAME = 'velero-portal-preview';
const verbs = ['list'];

/** What the bundle of this name allows a real portal, of what there is here: never Secrets. */
const RULES = [
  {
    apiGroups: [''],
    resources: [
      'configmaps',
      'persistentvolumeclaims',
      'pods',
      'resourcequotas',
      'serviceaccounts',
      'services',
    ],
    verbs,
  },
  { apiGroups: ['apps'], resources: ['daemonsets', 'deployments'], verbs },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs },
  { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs },
  { apiGroups: [apiGroup], resources: ['roles', 'rolebindings'], verbs },
];

/** Lets the portal's user say before a restore what is there already, and whether the rest fits. */
export function grantPreview({ objects }: SandboxCluster) {
  const metadata = { name: NAME };
  objects.put('clusterroles', { metadata, rules: RULES });
  objects.put('clusterrolebindings', {
    metadata,
    roleRef: { apiGroup, kind: 'ClusterRole', name: NAME },
    subjects: [{ apiGroup, kind: 'User', name: 'portal' }],
  });
}
