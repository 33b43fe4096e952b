import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The reference of an owner with kind and namespace, as the marks of namespaces have it; a group where no kind is said. */
export function fullOwnerRef(owner: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    // Nothing is proven to be of it, and the plan refuses it and says why.
    return owner;
  }
}
