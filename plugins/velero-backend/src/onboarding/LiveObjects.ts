import { stringifyError } from '@backstage/errors';
import {
  ClusterConnection,
  KubernetesObject,
  ListedResource,
  ManagedResource,
} from '../clusters/ClusterConnection';

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
}

const PAGE = 500;
const PAGES = 20;
const TIME_LIMIT = 10_000;

/**
 * Reads locations and schedules from the cluster itself. What is collected lacks what nobody but a plan needs, such as
 * the names of Secrets.
 */
export async function readLiveObjects(
  cluster: string,
  connection: ClusterConnection,
): Promise<LiveReading> {
  const signal = AbortSignal.timeout(TIME_LIMIT);
  try {
    const lists = await Promise.all(
      (['backupstoragelocations', 'schedules'] as const).map(async resource => {
        const objects = await listAll(connection, resource, signal);
        return objects.map(object => ({ cluster, resource, object }));
      }),
    );
    return { objects: lists.flat() };
  } catch (error) {
    return { objects: [], problem: stringifyError(error) };
  }
}

/** Lists all objects of a resource, in all namespaces. */
export async function listAll(
  connection: ClusterConnection,
  resource: ListedResource,
  signal: AbortSignal,
): Promise<KubernetesObject[]> {
  const items: KubernetesObject[] = [];
  let continueToken: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const list = await connection.list({
      resource,
      limit: PAGE,
      continueToken,
      signal,
    });
    items.push(...list.items);
    continueToken = list.continueToken;
    if (!continueToken) {
      return items;
    }
  }
  throw new Error(`It has more than ${PAGE * PAGES} ${resource}`);
}
