import { ProtectionReason } from 'backstage-plugin-velero-common';

export type WayOut =
  | 'addSchedule'
  | 'unpause'
  | 'mendSchedule'
  | 'mendTemplate'
  | 'mendLocation'
  | 'mendDuration'
  | 'askForVolumes'
  | 'readResults'
  | 'waitForCluster'
  | 'installVelero'
  | 'proveOwnership'
  | 'mendTarget'
  | 'lookAtServer';

const waysOut: Partial<Record<ProtectionReason['code'], WayOut>> = {
  'nothing-covers': 'addSchedule',
  'no-schedule': 'addSchedule',
  paused: 'unpause',
  'schedule-invalid': 'mendSchedule',
  'never-due': 'mendSchedule',
  'name-too-long': 'mendSchedule',
  'template-invalid': 'mendTemplate',
  excluded: 'mendTemplate',
  'by-label': 'mendTemplate',
  'only-kinds': 'mendTemplate',
  'without-kinds': 'mendTemplate',
  'cluster-kinds-only': 'mendTemplate',
  'spec-invalid': 'mendTemplate',
  'volumes-off': 'askForVolumes',
  'volumes-unreachable': 'askForVolumes',
  'volumes-by-policy': 'askForVolumes',
  'location-missing': 'mendLocation',
  'location-unavailable': 'mendLocation',
  'location-read-only': 'mendLocation',
  'backup-out-of-reach': 'mendLocation',
  'backup-in-future': 'lookAtServer',
  'velero-stopped': 'mendDuration',
  'backup-partial': 'readResults',
  'backup-failed': 'readResults',
  'backup-invalid': 'mendTemplate',
  'backup-empty': 'mendTemplate',
  overdue: 'lookAtServer',
  'not-accepted': 'lookAtServer',
  'location-unchecked': 'lookAtServer',
  'cluster-not-live': 'waitForCluster',
  'not-installed': 'installVelero',
  'not-proven': 'proveOwnership',
  'target-unreadable': 'mendTarget',
};

/** What helps against a gap; absent where nothing but time does. */
export function wayOutOf(code: ProtectionReason['code']): WayOut | undefined {
  return waysOut[code];
}
