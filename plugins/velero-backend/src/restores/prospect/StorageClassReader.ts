import { ProspectStorageClass } from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  KubernetesObject,
} from '../../clusters/ClusterConnection';

/** Milliseconds; whoever fills in a form asks again and again. */
const KEPT = 30_000;

/** A cluster has a handful. */
const PAGE = 500;

const DEFAULT = 'storageclass.kubernetes.io/is-default-class';

/** Reads the storage classes of clusters, once for many questions that come soon after each other. */
export class StorageClassReader {
  readonly #known = new WeakMap<
    ClusterConnection,
    { until: number; classes: ProspectStorageClass[] }
  >();

  async read(
    connection: ClusterConnection,
    signal: AbortSignal,
  ): Promise<ProspectStorageClass[]> {
    const known = this.#known.get(connection);
    if (known && known.until > performance.now()) {
      return known.classes;
    }
    const { items } = await connection.list({
      resource: 'storageclasses',
      limit: PAGE,
      signal,
    });
    const classes = items.map(toStorageClass);
    const until = performance.now() + KEPT;
    this.#known.set(connection, { until, classes });
    return classes;
  }
}

function toStorageClass({ metadata }: KubernetesObject): ProspectStorageClass {
  const { name = '', annotations = {} } = metadata;
  return { name, isDefault: annotations[DEFAULT] === 'true' };
}
