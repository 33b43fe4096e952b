/**
 * Extension points of the Velero backend plugin.
 *
 * @packageDocumentation
 */
export * from './ClusterTransport';
export * from './extensions';
