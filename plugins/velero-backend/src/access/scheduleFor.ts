import { DrillSchedule } from 'backstage-plugin-velero-common';
import { toDrillSchedule } from '../restores/drills/toDrills';
import { RestorePerson } from '../restores/Restores';
import { StoredDrillSchedule } from '../store/drills/DrillScheduleStore';
import { OwnedNamespace } from '../store/NamespaceStore';

/**
 * Whoever set the times, and administrators, see them and end them whatever the entity claims by now: drills that nobody
 * sees could be ended by nobody.
 */
export function isInCharge(
  { requester }: StoredDrillSchedule,
  { userRef, administrator }: RestorePerson,
): boolean {
  return administrator || requester.userRef === userRef;
}

/** Who sees none of its namespaces need not know that they are tried out; who sees some learns nothing of the others. */
export function scheduleFor(
  schedule: StoredDrillSchedule,
  person: RestorePerson,
  readable: OwnedNamespace[],
): DrillSchedule | undefined {
  const namespaces = schedule.namespaces.filter(name =>
    readable.some(
      ({ cluster, namespace }) =>
        cluster === schedule.cluster && namespace === name,
    ),
  );
  if (
    isInCharge(schedule, person) ||
    namespaces.length === schedule.namespaces.length
  ) {
    return toDrillSchedule(schedule);
  }
  // What a run failed for may name the others, and its request is theirs as well.
  const { lastProblem, lastRequest, ...rest } = toDrillSchedule(schedule);
  return namespaces.length > 0 ? { ...rest, namespaces } : undefined;
}
