import { ProspectReading } from 'backstage-plugin-velero-common';
import { ClusterError } from '../../clusters/ClusterError';

/**
 * Reads something that is good to know. Whatever is in the way is said in its place.
 *
 * @param caller - aborted when nobody waits for any of it; only then it rejects
 */
export async function reading<T>(
  read: () => Promise<T>,
  caller: AbortSignal,
): Promise<ProspectReading<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    caller.throwIfAborted();
    return {
      forbidden: error instanceof ClusterError && error.kind === 'forbidden',
      problem: problemOf(error),
    };
  }
}

function problemOf(error: unknown): string {
  const { name, message } = error as Error;
  return name === 'TimeoutError'
    ? 'it could not be read in time'
    : message.replace(/\.$/, '');
}
