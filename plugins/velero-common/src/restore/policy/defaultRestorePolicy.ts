import { RestorePolicy } from './RestorePolicy';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Kinds that give rights, or take limits away. What was revoked since the backup would come back with them; those that
 * act on other clusters and namespaces would act again. The same by other groups, of what is widely used.
 */
export const EXCLUDED_KINDS = [
  'roles.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
  'resourcequotas',
  'limitranges',
  'networkpolicies.networking.k8s.io',
  'leases.coordination.k8s.io',
  'controllerrevisions.apps',
  '*.crd.antrea.io',
  '*.authorization.openshift.io',
  '*.cilium.io',
  '*.k8s.ovn.org',
  '*.kyverno.io',
  '*.management.cattle.io',
  '*.network.openshift.io',
  '*.policy.linkerd.io',
  '*.projectcalico.org',
  '*.security.istio.io',
  '*.velero.io',
  '*.capsule.clastix.io',
  '*.hnc.x-k8s.io',
  '*.argoproj.io',
  '*.toolkit.fluxcd.io',
];

/** The least that is asked for where something that is there may change. */
const ONE_OTHER = [{ from: ['owner', 'platform'], count: 1 }];

/**
 * Holds where no policy is configured: one's own namespace into a new one without asking; whatever touches what is
 * there, or another cluster, needs somebody else's consent.
 *
 * @public
 */
export const defaultRestorePolicy: RestorePolicy = {
  id: 'default',
  match: {},
  sources: { partiallyFailed: true, tenantStorage: 'strict' },
  destinations: {
    newNamespace: { names: ['{namespace}-restore-*'], approvals: [] },
    sameNamespace: { approvals: ONE_OTHER },
    otherNamespace: { approvals: ONE_OTHER },
    otherClusters: {
      clusters: ['*'],
      approvals: [{ from: ['platform'], count: 1 }],
    },
    wholeBackup: { approvals: [{ from: ['platform'], count: 1 }] },
  },
  kinds: { clusterScoped: [], excluded: EXCLUDED_KINDS },
  drills: { allowed: true, workloads: false },
  volumes: true,
  existing: {},
  hooks: false,
  modifiers: [],
  limits: { openPerUser: 5, perNamespaceAndDay: 10, runningPerCluster: 3 },
  quietHours: [],
  expiry: 24 * HOUR,
  window: 15 * MINUTE,
};
