import {
  KubernetesObject,
  ReadableResource,
} from '../../clusters/ClusterConnection';
import { isOfKind } from './isOfKind';
import { StepContext } from './Step';

/** Reads an object as it is now; nothing when there is none. */
export async function findObject(
  { connection, signal }: Pick<StepContext, 'connection' | 'signal'>,
  key: { resource: ReadableResource; namespace: string; name: string },
): Promise<KubernetesObject | undefined> {
  try {
    return await connection.get({ ...key, signal });
  } catch (error) {
    if (isOfKind(error, 'not-found')) {
      return undefined;
    }
    throw error;
  }
}
