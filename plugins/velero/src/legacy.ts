/**
 * The same components for apps on the legacy frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityVeleroCard,
  EntityVeleroContent,
  veleroPlugin,
} from './legacyPlugin';
export { isVeleroAvailable } from 'backstage-plugin-velero-common';
