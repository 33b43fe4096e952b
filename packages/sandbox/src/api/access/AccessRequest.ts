/** One use of a resource, whether the server knows that resource or not. */
export interface ResourceAccess {
  group: string;
  resource: string;
  subresource?: string;
  verb: string;
  name?: string;
  namespace?: string;
}

/** One use of a path that is no resource. */
export interface PathAccess {
  path: string;
  verb: string;
}

export type AccessRequest = ResourceAccess | PathAccess;

export function isPathAccess(access: AccessRequest): access is PathAccess {
  return 'path' in access;
}

/** `deployments/scale`, as rules name it. */
export function resourceName({
  resource,
  subresource,
}: ResourceAccess): string {
  return subresource ? `${resource}/${subresource}` : resource;
}
