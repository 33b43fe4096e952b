export interface Config {
  /**
   * Simulated clusters with a history of backups, for trying the portal out. Absent means none.
   */
  sandbox?: {
    /**
     * The port on the loopback interface.
     */
    port: number;

    tokens: {
      /**
       * A token with all rights in every simulated cluster.
       *
       * @visibility secret
       */
      admin: string;

      /**
       * A token with the least rights that the portal needs.
       *
       * @visibility secret
       */
      portal: string;
    };
  };
}
