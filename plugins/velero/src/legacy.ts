/**
 * The same components for apps on the legacy frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityVeleroCard,
  EntityVeleroContent,
  VeleroPage,
  veleroPlugin,
} from './legacyPlugin';
export { isVeleroAvailable } from 'backstage-plugin-velero-common';
