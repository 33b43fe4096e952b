import { ObjectOptions } from '../ClusterConnection';
import { WholeRequest } from './ClusterRequest';
import { objectPath, rightTo } from './resources';

/** Without what is in an object, and nothing else will do. */
const MARKS_ONLY =
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

/** Removes nothing, and is answered with the object, as if that were kept until what it owns is gone. */
const AS_IF_REMOVED = { dryRun: ['All'], propagationPolicy: 'Foreground' };

/** Asks what a Secret is marked with, by a right to remove it: there is none to read it. */
export function secretMarksRequest({
  namespace,
  name,
  signal,
}: Omit<ObjectOptions<'secrets'>, 'resource'>): WholeRequest {
  return {
    method: 'DELETE',
    path: objectPath('secrets', namespace, name),
    accept: MARKS_ONLY,
    body: JSON.stringify(AS_IF_REMOVED),
    right: rightTo('delete', 'secrets', namespace),
    signal,
  };
}
