/**
 * Shows the Velero backups of a service where its developers already work.
 *
 * @packageDocumentation
 */
export { veleroPlugin as default } from './plugin';
export { veleroApiRef } from './api/veleroApiRef';
export { veleroTranslationRef } from './translation';
