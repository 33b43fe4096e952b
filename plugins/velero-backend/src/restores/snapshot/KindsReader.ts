import {
  ClusterConnection,
  ClusterKinds,
} from '../../clusters/ClusterConnection';

/** Milliseconds; whoever fills in a form asks again and again. */
const KEPT = 30_000;

/** Reads the kinds that clusters serve, once for many questions that come soon after each other. */
export class KindsReader {
  readonly #known = new WeakMap<
    ClusterConnection,
    { until: number; kinds: ClusterKinds }
  >();

  async read(
    connection: ClusterConnection,
    signal: AbortSignal,
  ): Promise<ClusterKinds> {
    const known = this.#known.get(connection);
    if (known && known.until > performance.now()) {
      return known.kinds;
    }
    const kinds = await connection.discoverKinds(signal);
    // A group that is silent may answer the next time.
    if (kinds.silentGroups.length === 0) {
      const until = performance.now() + KEPT;
      this.#known.set(connection, { until, kinds });
    }
    return kinds;
  }
}
