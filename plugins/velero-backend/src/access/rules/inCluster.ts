import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { namespaceResourceRef } from '../namespaceResourceRef';

/** Allows namespaces of the named clusters. */
export const inCluster = createPermissionRule({
  name: 'IN_CLUSTER',
  description: 'Allow namespaces of these clusters',
  resourceRef: namespaceResourceRef,
  paramsSchema: z.object({
    clusters: z.array(z.string()).describe('Names of clusters'),
  }),
  apply: (resource, { clusters }) => clusters.includes(resource.cluster),
  toQuery: ({ clusters }) => ({ column: 'cluster', values: clusters }),
});
