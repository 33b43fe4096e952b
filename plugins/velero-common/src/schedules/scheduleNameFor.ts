import {
  isNamePart,
  MAXIMUM_NAME,
  STAMP_LENGTH,
} from '../onboarding/tenantNames';
import { shortened } from '../velero/backupName';

/** Of names that do not fit, so much of the cluster stays; the entity gets the rest. */
const CLUSTER_SHARE = 14;

/** How long the own part of a schedule's name may be. @public */
export const MAXIMUM_SCHEDULE_PART = 16;

/** True for a text that tells the schedules of an entity apart. @public */
export function isSchedulePart(text: string): boolean {
  return isNamePart(text) && text.length <= MAXIMUM_SCHEDULE_PART;
}

/**
 * Names a schedule of an entity, as `payments-api-eu-west-nightly`, with room for the time that Velero adds for each
 * backup. The cluster is in it: two clusters that share a bucket would make backups of one name in the same second
 * otherwise. No name of a tenant's schedule is like it.
 *
 * @param options - `part` is what {@link isSchedulePart} takes
 * @public
 */
export function scheduleNameFor(options: {
  entity: string;
  cluster: string;
  part: string;
}): string {
  const { entity, cluster, part } = options;
  const room = MAXIMUM_NAME - STAMP_LENGTH - part.length - 2;
  const clusterPart = shortened(cluster, CLUSTER_SHARE);
  const entityPart = shortened(entity, room - clusterPart.length);
  return `${entityPart}-${clusterPart}-${part}`;
}
