import { createConditionExports } from '@backstage/plugin-permission-node';
import { namespaceResourceRef } from './namespaceResourceRef';
import { inCluster } from './rules/inCluster';
import { inNamespace } from './rules/inNamespace';
import { isNamespaceOwner } from './rules/isNamespaceOwner';

/** Rules that a permission policy can put on namespaces. */
export const namespaceRules = { inCluster, inNamespace, isNamespaceOwner };

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: namespaceResourceRef,
  rules: namespaceRules,
});

/** Conditions for policies, as `veleroNamespaceConditions.inCluster({ clusters: ['eu'] })`. @public */
export const veleroNamespaceConditions: typeof conditions = conditions;

/** Makes a conditional decision on namespaces. @public */
export const createVeleroNamespaceConditionalDecision: typeof createConditionalDecision =
  createConditionalDecision;
