/**
 * Puts the tenants of Velero and their buckets into the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleVelero as default } from './module';
