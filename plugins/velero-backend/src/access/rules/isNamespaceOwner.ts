import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { namespaceResourceRef } from '../namespaceResourceRef';

/** Allows namespaces that name one of the claims as owner in the cluster. */
export const isNamespaceOwner = createPermissionRule({
  name: 'IS_NAMESPACE_OWNER',
  description: 'Allow namespaces that name one of these as owner',
  resourceRef: namespaceResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, at least one of which must be an owner'),
  }),
  apply: (resource, { claims }) =>
    resource.owners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ column: 'owner', values: claims }),
});
