import { resourceName, ServedKind } from 'backstage-plugin-velero-common';
import { LRUCache } from 'lru-cache';
import { ClusterConnection } from '../../clusters/ClusterConnection';

/** Milliseconds; whoever fills in a form asks again and again. */
const KEPT = 10_000;

/** Names that are kept of one cluster, and one more for each list. */
const KEPT_NAMES = 100_000;

const PAGE = 1_000;

/** Pages of one list; few have more objects of a kind in a namespace than are in them. */
const MAXIMUM_PAGES = 10;

type Names = ReadonlySet<string>;

/** Reads which objects there are, once for many questions that come soon after each other. */
export class NamesReader {
  readonly #known = new WeakMap<ClusterConnection, LRUCache<string, Names>>();

  /**
   * @param namespace - absent for what lives in none
   * @throws ClusterError when the cluster does not tell
   */
  async read(
    connection: ClusterConnection,
    kind: ServedKind,
    namespace: string | undefined,
    signal: AbortSignal,
  ): Promise<Names> {
    const known = this.#namesOf(connection);
    const key = `${resourceName(kind)} ${namespace}`;
    const kept = known.get(key);
    if (kept) {
      return kept;
    }
    const names = await readAll(connection, kind, namespace, signal);
    known.set(key, names, { size: names.size + 1 });
    return names;
  }

  #namesOf(connection: ClusterConnection): LRUCache<string, Names> {
    const known =
      this.#known.get(connection) ??
      new LRUCache<string, Names>({ maxSize: KEPT_NAMES, ttl: KEPT });
    this.#known.set(connection, known);
    return known;
  }
}

async function readAll(
  connection: ClusterConnection,
  kind: ServedKind,
  namespace: string | undefined,
  signal: AbortSignal,
): Promise<Names> {
  const names = new Set<string>();
  let continueToken: string | undefined;
  for (let page = 0; page < MAXIMUM_PAGES; page++) {
    const answer = await connection.listNames({
      kind,
      namespace,
      limit: PAGE,
      continueToken,
      signal,
    });
    answer.names.forEach(name => names.add(name));
    ({ continueToken } = answer);
    if (!continueToken) {
      return names;
    }
  }
  throw new Error(
    `there are more than ${
      MAXIMUM_PAGES * PAGE
    } of them, and the portal looks for no more`,
  );
}
