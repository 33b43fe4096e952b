import { ClusterState } from '../api/types';
import { NamespaceSelection } from '../velero/namespaceSelection';

/** A resource that a cluster serves. @public */
export interface ServedKind {
  /** Empty for the core group. */
  group: string;
  kind: string;
  /** A version that it is served in, the preferred one where there are several; absent when nobody asked. */
  version?: string;
  /** The plural, as `deployments`. */
  resource: string;
  namespaced: boolean;
}

/** The cluster that is restored in. @public */
export interface SnapshotCluster {
  name: string;
  /** Uid of its namespace `kube-system`; absent when the portal may not read it. */
  identity?: string;
  state: ClusterState;
  reason?: string;
  /** As `v1.18.3`. */
  veleroVersion?: string;
  /** Names of namespaces that Velero works in. */
  veleroNamespaces: string[];
  /** All that it serves, as far as it told. */
  kinds: ServedKind[];
  /** API groups that it has and that do not answer, so that nobody knows their kinds. */
  silentGroups: string[];
}

/** The backup as the cluster has it at this moment. Times are ISO 8601 in UTC. @public */
export interface SnapshotBackup {
  uid: string;
  phase: string;
  startedAt?: string;
  completedAt?: string;
  expiresAt?: string;
  /** True while it is being deleted. */
  deleting: boolean;
  selection: NamespaceSelection;
}

/** The storage location of the backup in the cluster that is restored in. @public */
export interface SnapshotLocation {
  name: string;
  uid: string;
  phase: string;
  message?: string;
  provider?: string;
  endpoint?: string;
  bucket?: string;
  prefix?: string;
  /**
   * Full references of those who can write there by themselves, since they gave the credential: a list for each location
   * that leads there. Absent where only the platform can.
   */
  tenantOwners?: string[][];
}

/** A namespace in a cluster, as it bears on a restore. @public */
export interface SnapshotNamespace {
  cluster: string;
  name: string;
  /** Absent when it is not there. */
  uid?: string;
  /** ISO 8601 in UTC; absent when it is not there, or nobody knows. */
  createdAt?: string;
  /** True while it is being deleted. */
  terminating: boolean;
  /** Full references that its mark names. */
  owners: string[];
  /** Groups and users among them, and those to whom entities among them belong. */
  people: string[];
  /**
   * Whether it is proven to be the requester's, and the permission is granted; of a target that is not there, whether it
   * would be.
   */
  proven: boolean;
  /** Absent when nobody knows: what is known of a cluster that is away is whose its namespaces are. */
  annotations?: Record<string, string>;
  /** What puts its content there from elsewhere, as `Argo CD application shop`. */
  managedBy?: string;
  /** Whether there are claims in it; absent when nobody knows, or it does not matter. */
  holdsClaims?: boolean;
}

/** One pair of the wish. @public */
export interface SnapshotPair {
  source: string;
  target: SnapshotNamespace;
  /** The namespace of the source's name in each cluster that may have written the backup; empty while nobody knows. */
  origins: SnapshotNamespace[];
  /** True when no cluster of the portal has written it, so that nobody will know. */
  fromOutside?: boolean;
}

/** How many objects of a kind a backup has in the namespaces that are wished. @public */
export interface SnapshotKind {
  /** As `apps/v1/Deployment`. */
  groupVersionKind: string;
  count: number;
  /** True when its objects live in no namespace. */
  clusterScoped?: boolean;
}

/** What is in the backup, of the namespaces that are wished, or in all of it; or why nobody knows. @public */
export type SnapshotContents =
  | { kinds: SnapshotKind[]; namespaces: string[]; problem?: undefined }
  | { kinds?: undefined; namespaces?: undefined; problem: string };

/** A pod in the backup that has Velero run something when it is restored. @public */
export interface SnapshotHook {
  namespace: string;
  pod: string;
}

/** A volume in the backup, of the namespaces that are wished. @public */
export interface SnapshotVolume {
  namespace: string;
  claim: string;
  /** Absent when its data was not saved. */
  method?: 'PodVolumeBackup' | 'CSISnapshot' | 'NativeSnapshot';
  dataMoved: boolean;
  bytes?: number;
}

/** A ConfigMap with resource modifiers. @public */
export interface SnapshotModifier {
  name: string;
  /** SHA-256 of its content; absent when it is not there or cannot be read. */
  digest?: string;
}

/** A target that another request has begun to be restored to. @public */
export interface BusyTarget {
  namespace: string;
  /** Id of the other one. */
  request: string;
  /** True when nobody can tell whether it goes on. */
  isUnknown: boolean;
}

/** How much is asked for already. @public */
export interface SnapshotUsage {
  /** Requests of the user that have not ended, without this one. */
  openOfUser: number;
  /** Restores in 24 hours, by target namespace, without this one. */
  todayByNamespace: Record<string, number>;
  /** Restores of the portal that run in the cluster. */
  runningInCluster: number;
  /** Targets that another request is being restored to. */
  busyTargets: BusyTarget[];
}

/**
 * Everything that the decision about a restore depends on, at one moment. What it says was read from the cluster itself,
 * never taken from whoever asks.
 *
 * @public
 */
export interface RestoreSnapshot {
  /** ISO 8601 in UTC. */
  now: string;
  requester: { userRef: string; administrator: boolean };
  cluster: SnapshotCluster;
  /** Absent when the cluster has none of that name. */
  backup?: SnapshotBackup;
  /** Absent when the cluster has none of that name. */
  location?: SnapshotLocation;
  pairs: SnapshotPair[];
  /** Of a whole backup: the namespaces that it is restored to, without those of the cluster itself. */
  whole?: SnapshotNamespace[];
  contents: SnapshotContents;
  /** Absent when nobody knows. */
  volumes?: SnapshotVolume[];
  /** Pods whose annotations have Velero run commands; absent when nobody knows. */
  hooks?: SnapshotHook[];
  modifier?: SnapshotModifier;
  /** Whether the portal may remove what drills make there; looked at for drills only. */
  mayRemoveDrills?: boolean;
  usage: SnapshotUsage;
}
