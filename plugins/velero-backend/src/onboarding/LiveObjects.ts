import {
  ClusterConnection,
  KubernetesObject,
  ListOptions,
  ManagedResource,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { RegisteredCluster } from '../clusters/ClusterRegistry';

/** An object as a cluster has it at this moment. */
export interface LiveObject {
  cluster: string;
  resource: ManagedResource;
  object: KubernetesObject;
}

/** The locations and schedules of a cluster, or why they could not be read. */
export interface LiveReading {
  objects: LiveObject[];
  problem?: string;
  /** The bundle of rights that the portal lacks there, when that is the problem. */
  missingBundle?: RightsBundle;
}

/** Names a folder of `deploy/rbac`. */
export type RightsBundle = 'read-only' | 'onboard';

const PAGE = 500;
const PAGES = 20;
const TIME_LIMIT = 10_000;

/**
 * Reads locations and schedules from the cluster itself. What is collected lacks what nobody but a plan needs, such as
 * the names of Secrets.
 */
export async function readLiveObjects({
  name: cluster,
  connection,
  problem,
  veleroNamespaces,
}: RegisteredCluster): Promise<LiveReading> {
  if (!connection) {
    return { objects: [], problem: problem ?? 'it cannot be reached' };
  }
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const scopes = veleroNamespaces ?? [undefined];
  const wanted = (['backupstoragelocations', 'schedules'] as const).flatMap(
    resource => scopes.map(namespace => ({ resource, namespace })),
  );
  try {
    const lists = await Promise.all(
      wanted.map(async ({ resource, namespace }) => {
        const list = { resource, namespace, signal };
        const objects = await listAll(connection, list);
        return objects.map(object => ({ cluster, resource, object }));
      }),
    );
    return { objects: lists.flat() };
  } catch (error) {
    return { objects: [], ...clusterProblem(error, 'read-only') };
  }
}

/** Says why a cluster could not be read, in words for users. */
export function clusterProblem(
  error: unknown,
  bundle: RightsBundle,
): { problem: string; missingBundle?: RightsBundle } {
  if (!(error instanceof Error)) {
    return { problem: String(error) };
  }
  const isForbidden =
    error instanceof ClusterError && error.kind === 'forbidden';
  return {
    problem: error.message,
    ...(isForbidden && { missingBundle: bundle }),
  };
}

/** Lists all objects of a resource, in one namespace or in all. */
export async function listAll(
  connection: Pick<ClusterConnection, 'list'>,
  options: Pick<ListOptions, 'resource' | 'namespace' | 'signal'>,
): Promise<KubernetesObject[]> {
  const items: KubernetesObject[] = [];
  let continueToken: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const list = await connection.list({
      ...options,
      limit: PAGE,
      continueToken,
    });
    items.push(...list.items);
    continueToken = list.continueToken;
    if (!continueToken) {
      return items;
    }
  }
  throw new Error(`It has more than ${PAGE * PAGES} ${options.resource}`);
}
