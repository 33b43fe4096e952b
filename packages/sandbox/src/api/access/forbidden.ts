import { ApiError } from '../ApiError';
import { AccessRequest, isPathAccess, resourceName } from './AccessRequest';
import { Subject } from './Subject';

/** The refusal in Kubernetes' own words, which name the missing right. */
export function forbidden(
  { name: user }: Subject,
  access: AccessRequest,
  reason?: string,
): ApiError {
  const why = reason ? `: ${reason}` : '';
  if (isPathAccess(access)) {
    const { verb, path } = access;
    return refusal(
      `forbidden: User "${user}" cannot ${verb} path "${path}"${why}`,
      {},
    );
  }
  const { group, resource, verb, name, namespace } = access;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const qualified = [resourceName(access), group].filter(Boolean).join('.');
  const object = name ? `${qualified} "${name}"` : qualified;
  return refusal(
    `${object} is forbidden: User "${user}" cannot ${verb} resource "${resourceName(
      access,
    )}" in API group "${group}" ${scope}${why}`,
    { ...(name && { name }), ...(group && { group }), kind: resource },
  );
}

function refusal(message: string, details: Record<string, string>): ApiError {
  return new ApiError({ code: 403, reason: 'Forbidden', message, details });
}
