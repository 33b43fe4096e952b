/**
 * Extension points of the Velero backend plugin, and what it tells other plugins.
 *
 * @packageDocumentation
 */
export * from './ClusterTransport';
export * from './extensions';
export { veleroServiceRef } from './veleroServiceRef';
export type { VeleroService, VeleroServiceOptions } from './VeleroService';
