/**
 * Backend plugin that collects Velero state from every registered cluster and answers from a database.
 *
 * @packageDocumentation
 */
export { veleroPlugin as default } from './plugin';
export {
  createVeleroNamespaceConditionalDecision,
  veleroNamespaceConditions,
} from './access/conditionExports';
