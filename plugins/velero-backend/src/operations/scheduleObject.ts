import {
  BACKUP_ANNOTATIONS,
  CreatedSchedule,
  goDurationText,
  readKeepFor,
  tenantSchedules,
} from 'backstage-plugin-velero-common';
import { ObjectContent } from '../onboarding/apply/StepRecord';
import { PORTAL_LABELS, VOLUME_FLAGS } from './backupObject';

/** A schedule that is to be made, and who wants it. */
export interface ScheduleOrder
  extends Omit<CreatedSchedule, 'outcome' | 'warnings'> {
  entityRef: string;
  userRef: string;
}

/**
 * What the portal decides of a Schedule. Its backups get the labels of the template; without them they would get those of
 * whatever deploys the Schedule.
 */
export function scheduleContent(order: ScheduleOrder): ObjectContent {
  const { namespaces, storageLocation, keepFor, volumes } = order;
  return {
    labels: PORTAL_LABELS,
    annotations: { [BACKUP_ANNOTATIONS.entityRef]: order.entityRef },
    spec: {
      schedule: order.cron,
      ...(order.paused && { paused: true }),
      skipImmediately: false,
      useOwnerReferencesInBackup: false,
      template: {
        metadata: { labels: PORTAL_LABELS },
        includedNamespaces: namespaces,
        excludedResources: tenantSchedules.all.excludedResources,
        storageLocation,
        ttl: goDurationText(readKeepFor(keepFor).value ?? 0),
        ...VOLUME_FLAGS[volumes],
      },
    },
  };
}
