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
