/**
 * Template actions that give tenants their Velero backups.
 *
 * @packageDocumentation
 */
export { scaffolderModuleVelero as default } from './module';
