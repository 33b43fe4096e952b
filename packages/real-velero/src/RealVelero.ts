/** A process that tests may disturb. */
export interface ManagedProcess {
  readonly name: string;
  readonly logFile: string;
  /** Kills it as the kernel would when memory runs out, and waits until it is gone. */
  kill(): Promise<void>;
  /** Starts it again after a kill and waits until it answers. */
  restart(): Promise<void>;
  /** Stops it in its tracks, as a machine that swaps does; connections stay open. */
  pause(): void;
  resume(): void;
  /** The last lines that it wrote. */
  logTail(lines?: number): Promise<string>;
}

/** What stands between a cluster and whoever talks to its API server. */
export interface NetworkFaults {
  /** Destroys the connections that are open; new ones are taken. */
  cut(): void;
  /** Destroys the connections that are open and refuses new ones until `clear`. */
  refuse(): void;
  /** Holds back all that the API server answers by so many milliseconds. */
  delay(millis: number): void;
  clear(): void;
}

/** A real cluster: etcd, API server, controller manager and Velero. */
export interface RealCluster {
  /** `a` or `b`. */
  readonly name: string;
  /** The API server's address, behind the network faults. */
  readonly url: string;
  /** PEM of what the API server's certificate is signed by. */
  readonly caData: string;
  /** `admin` may do everything, `portal` nothing until it is bound to something. */
  readonly tokens: { admin: string; portal: string };
  /** The name of the user behind `tokens.portal`, for role bindings. */
  readonly portalUser: string;
  /** A kubeconfig of the admin, for command line tools. */
  readonly kubeconfig: string;
  readonly veleroNamespace: string;
  readonly processes: Readonly<
    Record<
      'etcd' | 'apiServer' | 'controllerManager' | 'velero',
      ManagedProcess
    >
  >;
  readonly network: NetworkFaults;
  /** Makes etcd forget every state of the cluster but the present one. */
  forgetHistory(): Promise<void>;
}

/** The S3 server that all clusters write to. */
export interface RealObjectStore {
  /** As clusters and this machine reach it. */
  readonly url: string;
  /** As Velero alone reaches it, at an address that is not of its machine; absent where clusters have no network of their own. */
  readonly outsideUrl?: string;
  /** The same over TLS, with a certificate that only this PEM vouches for. */
  readonly secure: { url: string; caData: string };
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The folder whose subfolders are the buckets, and whose files are the objects. */
  readonly folder: string;
  readonly process: ManagedProcess;
}

export interface RealVelero {
  /** One or two; each writes to the bucket under a prefix of its own name. */
  readonly clusters: RealCluster[];
  readonly objectStore: RealObjectStore;
  /** The bucket of the default location `archive`. */
  readonly bucket: string;
  /** The Secret beside Velero, and its key, with the credential of the bucket. */
  readonly credential: { name: string; key: string };
  /** Paths of command line tools of the same versions. */
  readonly tools: { velero: string; kubectl: string };
  /** Why there is only one cluster although two were asked for. */
  readonly missingRegion?: string;
  /** Ends every process and removes what they wrote. */
  stop(): Promise<void>;
}

export interface RealVeleroOptions {
  regions: 1 | 2;
  /** Told of each step, such as `building velero`. */
  onProgress?: (step: string) => void;
  /** Ends the start early, and all that runs by then. */
  signal?: AbortSignal;
}
