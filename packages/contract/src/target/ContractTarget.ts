/** Something in a target that can be disturbed. */
export interface Disturbance {
  /** Velero's server ends at once, as by a kill. */
  killVelero(): Promise<void>;
  /** Velero's server starts again. */
  startVelero(): Promise<void>;
  /** The API server ends at once and starts again. */
  restartApiServer(): Promise<void>;
  /** Destroys the connections to the API server that are open. */
  cutConnections(): void;
  /** Makes the API server forget its past: older positions and pages are answered with 410. */
  forgetPast(): Promise<void>;
}

/** One cluster of a target, with Velero in it. */
export interface Region {
  readonly name: string;
  /** The API server's address; clients append `/api/v1/…` and `/apis/…`. */
  readonly url: string;
  /** PEM of the API server's authority, when it speaks TLS. */
  readonly caData?: string;
  /** `portal` may do nothing but what cases grant to `portalUser`. Absent where the address alone signs in the admin. */
  readonly tokens: { admin?: string; portal?: string };
  readonly portalUser?: string;
  /** The path of a kubeconfig of the admin, for command line tools. */
  readonly kubeconfig: string;
  readonly veleroNamespace: string;
  /** The location that backups go to by default. It is Available when cases begin. */
  readonly defaultLocation: string;
  readonly disturb?: Disturbance;
}

/** What an object store can be made to refuse. */
export interface StoreDisturbance {
  /** Has its clock be far from that of who asks, or right again. */
  skewClock(isSkewed: boolean): Promise<void>;
  /** Makes a new bucket that belongs to somebody else. */
  createForeignBucket(name: string): Promise<void>;
}

/** The object store that the regions share, as far as cases may reach it. */
export interface ContractObjectStore {
  readonly provider: string;
  /** The `spec.config` of a location there; has `s3Url` and the like. */
  readonly config: Record<string, string>;
  /** The same store as Velero alone reaches it, at an address that is not of its machine. */
  readonly outsideUrl?: string;
  /** The same store over TLS, with a certificate that only this PEM vouches for. */
  readonly secure: { url: string; caData: string };
  readonly credential: { name: string; key: string };
  /** A bucket that exists. Its prefixes named like the regions belong to the default locations. */
  readonly bucket: string;
  createBucket(name: string): Promise<void>;
  /** The keys of all objects whose key starts so, sorted. */
  list(bucket: string, prefix: string): Promise<string[]>;
  read(bucket: string, key: string): Promise<Buffer | undefined>;
  write(bucket: string, key: string, content: Buffer): Promise<void>;
  remove(bucket: string, prefix: string): Promise<void>;
  readonly disturb?: StoreDisturbance;
}

/** What a case may need beyond one region. */
export type Need =
  | 'secondRegion'
  | 'objectStore'
  | 'disturbance'
  | 'storeDisturbance'
  | 'portalUser'
  | 'veleroCli'
  | 'kubectl'
  /** Rights are decided by Roles and ClusterRoles. */
  | 'rbac'
  /** Policies in CEL decide on what is written. */
  | 'admissionPolicies'
  /** Velero writes the files of volumes of pods anew, and no node agent is there but what a case makes. */
  | 'podVolumeRestores';

/** Clusters that the cases run on. It has no name, as what a case says holds on all of them. */
export interface ContractTarget {
  /** Others use it too and it stays: cases leave it as they found it, and those that disturb others do not run. */
  readonly shared: boolean;
  /** One or two. */
  readonly regions: Region[];
  readonly objectStore?: ContractObjectStore;
  /** Paths of command line tools. */
  readonly tools: { velero?: string; kubectl?: string };
  /** How many of Velero's seconds pass in one second; its waits become that much shorter. */
  readonly speed: number;
  /** Why something that cases may need is not here. */
  readonly lacks: Partial<Record<Need, string>>;
  stop(): Promise<void>;
}
