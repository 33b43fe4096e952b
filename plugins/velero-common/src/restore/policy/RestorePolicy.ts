/**
 * Who has to agree: `owner` is anybody whom the mark of the target namespace names, `platform` any administrator of the
 * portal; everything else is the full reference of a group or user.
 *
 * @public
 */
export type Approver = string;

/** So many different people, none of them the requester, out of those named. @public */
export interface ApprovalRule {
  from: Approver[];
  /** 1 or more. */
  count: number;
}

/** What a policy says of restores into one sort of place. @public */
export interface DestinationRule {
  /** All of them have to be met; none means that nobody is asked. */
  approvals: ApprovalRule[];
}

/** @public */
export interface NewNamespaceRule extends DestinationRule {
  /**
   * Patterns that the name has to match, with `*`, `?` and `[…]`; `{namespace}` stands for the namespace in the backup.
   */
  names: string[];
}

/** @public */
export interface OtherClustersRule extends DestinationRule {
  /** Patterns of the names of clusters that another cluster's backups may be restored in. */
  clusters: string[];
}

/** Where backups may be restored to. What is absent is not allowed. @public */
export interface RestoreDestinations {
  /** A namespace that is not there yet. */
  newNamespace?: NewNamespaceRule;
  /** The namespace that the backup was made of. */
  sameNamespace?: DestinationRule;
  /** Another namespace that is there and proven to be the requester's. */
  otherNamespace?: DestinationRule;
  /** In addition to what the namespace asks for. */
  otherClusters?: OtherClustersRule;
  /** All of a backup, by an administrator. */
  wholeBackup?: DestinationRule;
}

/** Which restores a policy is for; a list that is absent takes in all. @public */
export interface PolicyMatch {
  /** Patterns of the cluster that is restored in. */
  clusters?: string[];
  /** Patterns of namespaces; it is enough that the source or the target fits. */
  namespaces?: string[];
  /** Patterns of full references that the namespace names as its owners; one has to fit. */
  owners?: string[];
  /**
   * Annotations of the namespace in the cluster, source or target, with patterns of their values. Whoever writes the
   * catalog cannot change them.
   */
  annotations?: Record<string, string>;
}

/**
 * How far an archive is believed that a tenant may have written itself, since the tenant has the credential: `refuse`
 * takes nothing out of it, `strict` only what can do no harm to others, `trust` believes it, for tenants that do not get
 * their credentials.
 *
 * @public
 */
export type TenantStorageTrust = 'refuse' | 'strict' | 'trust';

/** What may be taken out of which backups. @public */
export interface PolicySources {
  /** Milliseconds; older backups are refused. */
  maximumAge?: number;
  /** Whether a backup that ended `PartiallyFailed` may be restored. */
  partiallyFailed: boolean;
  /** What may come out of storage that was made for a tenant. */
  tenantStorage: TenantStorageTrust;
}

/** Names of resources, as `configmaps` or `deployments.apps`; `*.example.com` stands for a whole group. @public */
export interface PolicyKinds {
  /** Of what lives in no namespace only these; persistent volumes come along with their claims in any case. */
  clusterScoped: string[];
  /** Of what lives in namespaces all but these. */
  excluded: string[];
}

/** Times in which no restore starts. @public */
export interface QuietHours {
  /** When they begin, as Velero writes cron. */
  cron: string;
  /** Milliseconds. */
  length: number;
  /** As `Europe/Berlin`; UTC when absent. */
  zone?: string;
}

/** @public */
export interface PolicyLimits {
  /** Requests of one user that have not ended. */
  openPerUser: number;
  /** Restores into one namespace in 24 hours. */
  perNamespaceAndDay: number;
  /** Restores that the portal has running in one cluster. Velero works on one at a time. */
  runningPerCluster: number;
}

/** What may be tried out in scratch namespaces. @public */
export interface PolicyDrills {
  /** One's own namespaces, without asking anybody; the backup of another cluster needs what `otherClusters` says. */
  allowed: boolean;
  /** Whether what is restored may run, and reach outside, until the drill is over. */
  workloads: boolean;
}

/**
 * What people may restore by themselves. Of several policies the first that matches decides; when policies are
 * configured and none matches, nothing may be restored.
 *
 * @public
 */
export interface RestorePolicy {
  id: string;
  title?: string;
  match: PolicyMatch;
  sources: PolicySources;
  destinations: RestoreDestinations;
  kinds: PolicyKinds;
  drills: PolicyDrills;
  /** Whether the data of volumes may be restored. */
  volumes: boolean;
  /** What may happen to objects that are there already. */
  existing: { update?: DestinationRule };
  /** Whether pods may be restored that have Velero run commands, by their annotations in the backup. */
  hooks: boolean;
  /** Names of ConfigMaps with resource modifiers, beside Velero. */
  modifiers: string[];
  limits: PolicyLimits;
  quietHours: QuietHours[];
  /** Milliseconds after which a request that nobody decided on is over. */
  expiry: number;
  /** Milliseconds within which an approved request has to start. */
  window: number;
}
