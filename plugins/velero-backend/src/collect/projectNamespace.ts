import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NAMESPACE_OWNER_ANNOTATION } from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { StoredNamespace } from '../store/NamespaceStore';

/** Makes the row of a Namespace; `undefined` when the object has no name or resource version. */
export function projectNamespace(
  object: KubernetesObject,
): StoredNamespace | undefined {
  const { name, uid, creationTimestamp, resourceVersion, annotations } =
    object.metadata ?? {};
  if (!name || !resourceVersion) {
    return undefined;
  }
  return {
    name,
    uid,
    createdAt: creationTimestamp,
    resourceVersion,
    owners: parseOwners(annotations?.[NAMESPACE_OWNER_ANNOTATION]),
  };
}

/** Reads the owners that a mark names. Parts that are no entity references prove nothing and are passed over. */
export function parseOwners(annotation: unknown): string[] {
  if (typeof annotation !== 'string') {
    return [];
  }
  const owners = new Set<string>();
  for (const part of annotation.split(',')) {
    try {
      const ref = stringifyEntityRef(
        parseEntityRef(part.trim(), {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      );
      if (ref.length <= 255) {
        owners.add(ref);
      }
    } catch {
      // An administrator's typing error must not stop the collecting; the claim stays unproven.
    }
  }
  return [...owners];
}
