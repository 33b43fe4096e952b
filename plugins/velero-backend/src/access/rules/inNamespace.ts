import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { namespaceResourceRef } from '../namespaceResourceRef';

/** Allows the named namespaces, in any cluster. */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow namespaces of these names',
  resourceRef: namespaceResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of namespaces'),
  }),
  apply: (resource, { namespaces }) => namespaces.includes(resource.namespace),
  toQuery: ({ namespaces }) => ({ column: 'namespace', values: namespaces }),
});
