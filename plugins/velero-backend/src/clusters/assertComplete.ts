import { ServiceUnavailableError } from '@backstage/errors';
import { ClusterRegistry } from './ClusterRegistry';

/**
 * For whoever has to know of all clusters: of one that a source has not told yet nobody knows what it holds.
 *
 * @throws ServiceUnavailableError as long as a source has not answered since the portal was started
 */
export function assertComplete(
  registry: Pick<ClusterRegistry, 'isComplete'>,
): void {
  if (!registry.isComplete()) {
    throw new ServiceUnavailableError(
      'It is not known yet which clusters there are: not all sources of clusters have answered since the portal was started. Try again in a minute; the log of the backend says which one fails',
    );
  }
}
