import {
  KubernetesObject,
  ManagedResource,
} from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { StepContext } from './Step';

/** Reads an object as it is now; nothing when there is none. */
export async function findObject(
  { connection, signal }: Pick<StepContext, 'connection' | 'signal'>,
  key: { resource: ManagedResource; namespace: string; name: string },
): Promise<KubernetesObject | undefined> {
  try {
    return await connection.get({ ...key, signal });
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'not-found') {
      return undefined;
    }
    throw error;
  }
}
