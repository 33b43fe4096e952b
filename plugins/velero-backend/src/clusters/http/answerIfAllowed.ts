import { ClusterError } from '../ClusterError';
import { WholeRequest } from './ClusterRequest';
import { ClusterRequests } from './ClusterRequests';

/** Gives nothing for what the portal may not read or what is not there: both are useful, but not needed. */
export async function answerIfAllowed(
  requests: ClusterRequests,
  request: WholeRequest,
): Promise<Buffer | undefined> {
  try {
    return await requests.answer(request);
  } catch (error) {
    if (
      error instanceof ClusterError &&
      ['forbidden', 'not-found', 'not-served'].includes(error.kind)
    ) {
      return undefined;
    }
    throw error;
  }
}
