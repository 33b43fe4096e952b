import { defaultRestorePolicy } from '../policy/defaultRestorePolicy';
import { RestorePolicy } from '../policy/RestorePolicy';
import { RestoreSnapshot, SnapshotNamespace } from '../RestoreSnapshot';
import { RestoreWish } from '../RestoreWish';

/** A wish and all that bears on it, to be changed by a test. */
export interface RestoreExample {
  wish: RestoreWish;
  policies: RestorePolicy[];
  snapshot: RestoreSnapshot;
}

const KINDS: Array<[group: string, kind: string, resource: string]> = [
  ['', 'ConfigMap', 'configmaps'],
  ['', 'Secret', 'secrets'],
  ['', 'Pod', 'pods'],
  ['', 'Event', 'events'],
  ['', 'PersistentVolumeClaim', 'persistentvolumeclaims'],
  ['apps', 'Deployment', 'deployments'],
  ['rbac.authorization.k8s.io', 'RoleBinding', 'rolebindings'],
  ['argoproj.io', 'Application', 'applications'],
  ['snapshot.storage.k8s.io', 'VolumeSnapshot', 'volumesnapshots'],
];

const CLUSTER_KINDS: Array<[group: string, kind: string, resource: string]> = [
  ['', 'Namespace', 'namespaces'],
  ['', 'PersistentVolume', 'persistentvolumes'],
  ['rbac.authorization.k8s.io', 'ClusterRole', 'clusterroles'],
];

/** A namespace of the requester. */
export function ownNamespace(
  cluster: string,
  name: string,
  uid = `${cluster}-${name}`,
): SnapshotNamespace {
  return {
    cluster,
    name,
    uid,
    createdAt: '2026-01-15T08:00:00Z',
    terminating: false,
    owners: ['group:default/shop'],
    people: ['group:default/shop'],
    proven: true,
    annotations: {},
  };
}

/** A namespace that is not there. */
export function noNamespace(cluster: string, name: string): SnapshotNamespace {
  return {
    cluster,
    name,
    terminating: false,
    owners: [],
    people: [],
    proven: false,
    annotations: {},
  };
}

/** A namespace that is not there, and that the requester may have made. */
export function newNamespace(cluster: string, name: string): SnapshotNamespace {
  return { ...noNamespace(cluster, name), proven: true };
}

/** Into a new namespace, of a backup that is fine: nothing to object to. */
export function restoreExample(): RestoreExample {
  return {
    wish: {
      backup: {
        cluster: 'prod-eu',
        veleroNamespace: 'velero',
        name: 'nightly',
      },
      namespaces: [{ source: 'shop', target: 'shop-restore-1' }],
      volumes: 'restore',
      existing: 'none',
      reason: 'The prices are gone',
    },
    policies: [structuredClone(defaultRestorePolicy)],
    snapshot: {
      now: '2026-11-29T12:00:00Z',
      requester: { userRef: 'user:default/ann', administrator: false },
      cluster: {
        name: 'prod-eu',
        identity: 'uid-of-kube-system',
        state: 'live',
        veleroVersion: 'v1.18.3',
        veleroNamespaces: ['velero'],
        kinds: [
          ...KINDS.map(kind => servedKind(kind, true)),
          ...CLUSTER_KINDS.map(kind => servedKind(kind, false)),
        ],
        silentGroups: [],
      },
      backup: {
        uid: 'uid-of-backup',
        phase: 'Completed',
        startedAt: '2026-11-29T02:00:00Z',
        completedAt: '2026-11-29T02:01:00Z',
        expiresAt: '2026-12-29T02:00:00Z',
        deleting: false,
        selection: { includes: ['shop'], excludes: [] },
      },
      location: {
        name: 'archive',
        uid: 'uid-of-location',
        phase: 'Available',
        provider: 'aws',
        bucket: 'shop-backups',
        prefix: 'prod-eu',
      },
      pairs: [
        {
          source: 'shop',
          target: newNamespace('prod-eu', 'shop-restore-1'),
          origins: [ownNamespace('prod-eu', 'shop')],
        },
      ],
      contents: {
        namespaces: ['shop'],
        kinds: [
          { groupVersionKind: 'v1/ConfigMap', count: 3 },
          { groupVersionKind: 'apps/v1/Deployment', count: 2 },
        ],
      },
      volumes: [],
      hooks: [],
      usage: {
        openOfUser: 0,
        todayByNamespace: {},
        runningInCluster: 0,
        busyTargets: [],
      },
    },
  };
}

function servedKind(
  [group, kind, resource]: [string, string, string],
  namespaced: boolean,
) {
  return { group, kind, resource, namespaced };
}
