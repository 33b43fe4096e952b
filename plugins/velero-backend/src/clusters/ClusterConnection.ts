import { ServedKind } from 'backstage-plugin-velero-common';

/** The resources that the portal reads. Each is listed and watched on its own. */
export type WatchedResource =
  | 'backups'
  | 'schedules'
  | 'restores'
  | 'backupstoragelocations'
  | 'namespaces';

/** The resources that tell where a cluster answers on the network. */
export type NetworkResource = 'services' | 'ingresses' | 'nodes';

/** The resources that tell whether what is restored finds its place. */
export type PlaceResource = 'resourcequotas' | 'storageclasses';

/** The resources whose objects the portal lists. */
export type ListedResource = WatchedResource | NetworkResource | PlaceResource;

/** The resources whose objects the portal makes, and removes again: a request to Velero that lives for seconds. */
export type RequestResource = 'downloadrequests' | 'serverstatusrequests';

/** The resources whose objects the portal makes, changes and removes for tenants. */
export type ManagedResource = 'backupstoragelocations' | 'schedules';

/** The resources of Velero whose objects the portal makes. */
export type CreatableResource =
  | RequestResource
  | ManagedResource
  | 'backups'
  | 'restores';

/** The resources that Velero's own pods come from. */
export type WorkloadResource = 'deployments' | 'daemonsets';

/** The resources of which the portal reads single objects, as they are now. */
export type ReadableResource =
  | CreatableResource
  | WorkloadResource
  | 'configmaps'
  | 'namespaces';

/** The resources of which the portal removes objects; of namespaces only those that drills have made. */
export type RemovableResource =
  | RequestResource
  | ManagedResource
  | 'secrets'
  | 'namespaces';

/** Metadata that every Kubernetes object is expected to have; all of it is checked before use. */
export interface KubernetesMetadata {
  name?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/** A Kubernetes object as it comes from an API server: everything but its outline is unknown. */
export interface KubernetesObject {
  metadata: KubernetesMetadata;
  spec?: unknown;
  status?: unknown;
}

/** One page of a list. */
export interface KubernetesPage {
  items: KubernetesObject[];
  resourceVersion: string;
  /** Present when there are more pages. */
  continueToken?: string;
}

export interface ListOptions {
  resource: ListedResource;
  /** All namespaces when absent. */
  namespace?: string;
  /** Lists those alone that have a label. */
  labelSelector?: string;
  limit: number;
  continueToken?: string;
  signal: AbortSignal;
}

export interface ListNamesOptions
  extends Omit<ListOptions, 'resource' | 'labelSelector'> {
  kind: ServedKind;
}

/** The names of one page of a list. */
export interface NamesPage {
  names: string[];
  /** Present when there are more pages. */
  continueToken?: string;
}

export interface WatchOptions {
  resource: WatchedResource;
  /** All namespaces when absent. */
  namespace?: string;
  /** Where to go on; absent only with `sendInitialEvents`. */
  resourceVersion?: string;
  /** Asks the server for the present state first, as events. */
  sendInitialEvents?: boolean;
  /** After how many seconds the server is to end the stream. */
  timeoutSeconds: number;
  signal: AbortSignal;
}

/** Names one object of a resource. */
export interface ObjectOptions<TResource extends string> {
  resource: TResource;
  /** Empty for what lives in none. */
  namespace: string;
  name: string;
  signal: AbortSignal;
}

export interface CreateOptions extends ObjectOptions<CreatableResource> {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  spec: Record<string, unknown>;
}

/** A Secret is written once, under a new name, and never read. */
export interface CreateSecretOptions
  extends Omit<ObjectOptions<'secrets'>, 'resource'> {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  /** Texts by their keys, as Velero reads them. */
  data: Record<string, string>;
  /** Only asks whether it could be made. */
  dryRun?: boolean;
}

export interface PatchOptions extends ObjectOptions<ManagedResource> {
  /** The version that the change was worked out for: any other is not touched. */
  resourceVersion: string;
  /** JSON merge patch (RFC 7396). Velero's objects have no subresource for their status. */
  patch: { metadata?: object; spec?: object; status?: object };
}

export interface RemoveOptions extends ObjectOptions<RemovableResource> {
  /** Removes this one only, not another that has got its name since. */
  uid?: string;
}

/** A change that a watch tells. */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: KubernetesObject;
}

/** What of Velero a cluster has. */
export interface VeleroDiscovery {
  /** False when the cluster does not know the group `velero.io`. */
  installed: boolean;
  /** The watched Velero resources that the cluster serves. */
  resources: WatchedResource[];
}

/** The kinds that a cluster serves. */
export interface ClusterKinds {
  kinds: ServedKind[];
  /** Groups that it has and that did not answer, as those whose own server is down. */
  silentGroups: string[];
}

/**
 * Speaks to one cluster: about Velero's objects and namespaces, and about what bears on them.
 *
 * Every method rejects with a `ClusterError`.
 */
export interface ClusterConnection {
  discover(signal: AbortSignal): Promise<VeleroDiscovery>;
  /** Tells all kinds that the cluster serves, not only those of Velero. */
  discoverKinds(signal: AbortSignal): Promise<ClusterKinds>;
  list(options: ListOptions): Promise<KubernetesPage>;
  /** Lists the names of objects of any kind, and nothing else of them. */
  listNames(options: ListNamesOptions): Promise<NamesPage>;
  /**
   * Gives an empty array once the server has accepted the watch, then the events as they arrive together. Ends when the
   * server ends the stream, which is normal; rejects when the stream breaks or carries an error.
   */
  watch(options: WatchOptions): AsyncIterable<WatchEvent[]>;
  /** Reads one object; rejects with `not-found` when it is not there. */
  get(options: ObjectOptions<ReadableResource>): Promise<KubernetesObject>;
  /** Makes an object; rejects with `exists` when there is one of that name, and with `unsupported` for unknown fields. */
  create(options: CreateOptions): Promise<KubernetesObject>;
  /**
   * Makes an immutable Secret; rejects with `exists` when there is one of that name. No error tells what is in it.
   *
   * @returns its uid, and nothing of what is in it
   */
  createSecret(options: CreateSecretOptions): Promise<{ uid?: string }>;
  /**
   * Tells what a Secret is marked with, and which one it is, to whoever may remove it; nothing when there is none. What is
   * in it is not sent.
   */
  readSecretMarks(
    options: Omit<ObjectOptions<'secrets'>, 'resource'>,
  ): Promise<KubernetesMetadata | undefined>;
  /** Changes an object; rejects with `changed` when it is not in the version that was given. */
  patch(options: PatchOptions): Promise<KubernetesObject>;
  /** Removes an object; one that is gone, or has got another uid, counts as removed. */
  remove(options: RemoveOptions): Promise<void>;
  /** Tells whether the portal's account may remove an object, as the cluster's rights say; nothing is removed. */
  mayRemove(options: ObjectOptions<RemovableResource>): Promise<boolean>;
  /** The uid of the namespace `kube-system`, which tells clusters apart, when the portal may read it. */
  readIdentity(signal: AbortSignal): Promise<string | undefined>;
  /** Velero's version as the image tag of its Deployment says it, when the portal may read that. */
  readVeleroVersion(
    veleroNamespace: string,
    signal: AbortSignal,
  ): Promise<string | undefined>;
}
