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
       * Names of Secrets, in Velero's namespace, that any tenant may use.
       */
      sharedSecrets?: string[];

      /**
       * Whether tenants may use Velero's own account in the cloud instead of a credential; false when absent.
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
