import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_VELERO_NAMESPACE } from 'backstage-plugin-velero-common';
import { OwnedNamespace } from '../store/NamespaceStore';

/** Columns of a namespace that a condition can be put to. */
export interface NamespaceFilter {
  column: 'cluster' | 'namespace' | 'owner';
  values: string[];
}

/** A namespace in a cluster, as permission policies see it. Its ref is `<cluster>/<namespace>`. */
export const namespaceResourceRef = createPermissionResourceRef<
  OwnedNamespace,
  NamespaceFilter
>().with({
  pluginId: 'velero',
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});
