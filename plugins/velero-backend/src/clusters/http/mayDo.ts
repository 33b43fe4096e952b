import { ObjectOptions, RemovableResource } from '../ClusterConnection';
import { WholeRequest } from './ClusterRequest';
import { isJsonObject, malformed, parseJsonObject } from './json';
import { groupAndResource, Right } from './resources';

const PATH = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** Asks the API server whether the account that asks may do something; the object that asks is never stored. */
export async function mayDo(
  verb: Right['verb'],
  options: ObjectOptions<RemovableResource>,
  answer: (review: WholeRequest) => Promise<Buffer>,
): Promise<boolean> {
  const { resource, namespace, name, signal } = options;
  const spec = {
    resourceAttributes: {
      ...groupAndResource(resource),
      verb,
      name,
      ...(namespace && { namespace }),
    },
  };
  const text = await answer({
    method: 'POST',
    path: PATH,
    body: JSON.stringify({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec,
    }),
    right: { verb: 'create', resource: 'selfsubjectaccessreviews' },
    signal,
  });
  return isAllowed(text);
}

/** Silence allows nothing. */
function isAllowed(text: Buffer): boolean {
  const { status } = parseJsonObject(text, 'A review of access');
  if (!isJsonObject(status)) {
    throw malformed('A review of access');
  }
  return status.allowed === true;
}
