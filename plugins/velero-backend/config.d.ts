/**
 * Different people, none of them the requester: `owner` for owners of the target namespace, `platform` for
 * administrators, or references such as `group:default/sre`. All entries have to be met; an empty list asks nobody.
 */
type RestoreApprovals = Array<{
  from: string[];
  /**
   * How many of them; 1 when absent.
   */
  count?: number;
}>;

export interface Config {
  velero?: {
    /**
     * Clusters that the portal reaches by itself. Those of `kubernetes.clusterLocatorMethods` are known too and need
     * not be repeated here; of two clusters with the same name the one given here wins.
     */
    clusters?: Array<{
      /**
       * The name by which annotations of catalog entities refer to the cluster.
       */
      name: string;

      /**
       * Shown instead of the name.
       */
      title?: string;

      /**
       * The URL of the API server.
       */
      url: string;

      /**
       * The token of a service account that may list and watch Velero's objects and namespaces. Give either this or
       * `serviceAccountTokenFile`.
       *
       * @visibility secret
       */
      serviceAccountToken?: string;

      /**
       * A file that holds the token. It is read again for each request, so a mounted token may be rotated.
       */
      serviceAccountTokenFile?: string;

      /**
       * The PEM certificates, in base64, of the authorities that the API server's certificate is checked against.
       * Without this and `caFile` those of the system count.
       */
      caData?: string;

      /**
       * A PEM file with the same. It is read again for each connection, and wins over `caData`.
       */
      caFile?: string;

      /**
       * Takes any certificate. Whoever is between portal and cluster can then read the token: for trials only.
       */
      skipTLSVerify?: boolean;

      /**
       * The namespaces that Velero runs in. Needed only when the token may not list Velero's objects in all namespaces.
       */
      veleroNamespaces?: string[];
    }>;

    /**
     * References of groups and users, such as `group:default/platform`, that see every namespace that some catalog
     * entity claims, without being its owner.
     */
    administrators?: string[];

    backupNow?: {
      /**
       * How many backups a user may have made within an hour, from 1 to 100; 6 when absent.
       */
      perUserAndHour?: number;

      /**
       * How long such a backup is kept when nothing is chosen: a Go duration such as `720h`, which is the default.
       */
      keepFor?: string;
    };

    onboarding?: {
      /**
       * Tells what this portal makes from what another one makes in the same clusters; `portal` when absent. Changing it
       * disowns all that was made before.
       */
      portal?: string;

      /**
       * The provider that is taken when a request names none: `aws-s3`, `cloudflare-r2`, `google-gcs`, `hetzner`,
       * `huawei-obs`, `oci` or `other-s3`.
       */
      defaultProvider?: string;

      /**
       * Object stores on premises, outside of all clusters: hosts (`s3.corp.example`), domains (`*.corp.example`),
       * addresses and ranges. Other private addresses are refused.
       */
      privateHosts?: string[];

      /**
       * Hosts among them that are spoken to without encryption.
       */
      plainHttpHosts?: string[];

      /**
       * Namespaces, or patterns of them, that scope `platform` leaves out besides those of Velero and `kube-system`.
       */
      excludedNamespaces?: string[];

      /**
       * Names of Secrets, in Velero's namespace, that any tenant may use, for folders that bear its name.
       */
      sharedSecrets?: string[];

      /**
       * Whether tenants may use Velero's own account in the cloud instead of a credential, for folders that bear their
       * names; false when absent.
       */
      serverIdentityForTenants?: boolean;

      /**
       * Which objects the schedule `databases` takes when nothing is chosen.
       */
      databaseSelector?: {
        matchLabels?: { [label: string]: string };
      };

      /**
       * The networks of clusters, in which no object store may be.
       */
      networks?: Array<{
        cluster: string;
        /**
         * Ranges such as `10.96.0.0/12`.
         */
        serviceRanges?: string[];
        podRanges?: string[];
      }>;
    };

    restores?: {
      /**
       * Who may have what restored to where, and who has to agree. The first policy that matches decides; when policies
       * are given and none matches, nothing may be restored. Without any, one's own namespaces may be restored to new ones
       * without asking, and anything else with somebody else's consent.
       */
      policies?: Array<{
        id: string;
        title?: string;

        /**
         * What the policy is for; a list that is absent takes in all. All are patterns with `*`, `?` and `[…]`.
         */
        match?: {
          /**
           * The clusters that are restored in.
           */
          clusters?: string[];
          /**
           * Source or target.
           */
          namespaces?: string[];
          /**
           * Full references that the namespace names as its owners.
           */
          owners?: string[];
          /**
           * Annotations of the namespace in the cluster, with patterns of their values.
           */
          annotations?: { [name: string]: string };
        };

        sources?: {
          /**
           * A Go duration such as `720h`; older backups are refused.
           */
          maximumAge?: string;
          /**
           * Whether backups may be restored that ended with errors; true when absent.
           */
          partiallyFailed?: boolean;
          /**
           * How far storage is believed that was made for a tenant, who may have its credential; `strict` when absent.
           */
          tenantStorage?: 'refuse' | 'strict' | 'trust';
        };

        /**
         * Where to. What is not named is not allowed.
         */
        destinations?: {
          newNamespace?: {
            /**
             * Patterns of names; `{namespace}` stands for the one in the backup. `{namespace}-restore-*` when absent.
             */
            names?: string[];
            approvals?: RestoreApprovals;
          };
          sameNamespace?: { approvals?: RestoreApprovals };
          otherNamespace?: { approvals?: RestoreApprovals };
          /**
           * Backups that another cluster made; its approvals are asked for in addition.
           */
          otherClusters?: { clusters?: string[]; approvals?: RestoreApprovals };
          /**
           * All of a backup, by an administrator.
           */
          wholeBackup?: { approvals?: RestoreApprovals };
        };

        kinds?: {
          /**
           * What lives in no namespace and may be restored, as `clusterroles.rbac.authorization.k8s.io`; none when absent.
           */
          clusterScoped?: string[];
          /**
           * What lives in namespaces and is not restored, as `rolebindings.rbac.authorization.k8s.io` or `*.argoproj.io`; a
           * name without a group stands for all groups. A list takes the place of the usual one.
           */
          excluded?: string[];
        };

        /**
         * Restores into scratch namespaces that are removed again, to see whether it can be done.
         */
        drills?: {
          /**
           * Whether one's own namespaces may be tried out without asking anybody; when absent, where new namespaces need
           * nobody's consent.
           */
          allowed?: boolean;
          /**
           * Whether what is restored may run, and reach outside, until the drill is over; false when absent.
           */
          workloads?: boolean;
        };

        /**
         * Whether the data of volumes may be restored; true when absent.
         */
        volumes?: boolean;

        existing?: {
          /**
           * Whether objects that are there may be changed to what the backup has.
           */
          update?: { approvals?: RestoreApprovals };
        };

        /**
         * Whether pods may be restored whose annotations have Velero run commands; false when absent.
         */
        hooks?: boolean;

        /**
         * Names of ConfigMaps with resource modifiers, in Velero's namespace, that may be used.
         */
        modifiers?: string[];

        limits?: {
          /**
           * 5 when absent.
           */
          openPerUser?: number;
          /**
           * 10 when absent.
           */
          perNamespaceAndDay?: number;
          /**
           * 3 when absent.
           */
          runningPerCluster?: number;
        };

        /**
         * Times in which no restore starts.
         */
        quietHours?: Array<{
          /**
           * When they begin, as `0 8 * * 1-5`.
           */
          cron: string;
          /**
           * A Go duration such as `10h`.
           */
          length: string;
          /**
           * As `Europe/Berlin`; UTC when absent.
           */
          zone?: string;
        }>;

        /**
         * After which a request is over that nobody decided on: a Go duration, `24h` when absent.
         */
        expiry?: string;

        /**
         * Within which an approved request has to start: a Go duration, `15m` when absent.
         */
        window?: string;
      }>;
    };

    protection?: {
      /**
       * How old the last good copy may be, by the tier that the annotation `velero.io/tier` of an entity names. The
       * annotation `velero.io/rpo` wins.
       */
      tiers?: {
        [tier: string]: {
          /**
           * A Go duration such as `24h`, or one of ISO 8601 such as `P1D`.
           */
          rpo: string;
        };
      };
    };
  };
}
