import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  checkScheduleTimes,
  isSchedulePart,
  MAXIMUM_SCHEDULE_PART,
  scheduleNameFor,
} from 'backstage-plugin-velero-common';
import { BackupTarget } from '../inventory/BackupTargets';
import { assertNotVelero } from './assertNotVelero';
import { chooseTarget } from './chooseTarget';
import { NO_SCHEDULE } from './nothing';
import { ScheduleWish } from './Operations';
import { BackupNowSettings } from './readBackupNow';
import { ScheduleOrder } from './scheduleObject';
import { uniqueSorted } from './uniqueSorted';

/**
 * Completes what is asked for.
 *
 * @throws InputError that names all that cannot be asked for
 * @throws OperationError when there is no server or location that could be taken
 */
export function scheduleOrderOf(
  { request, entityRef, userRef }: ScheduleWish,
  targets: BackupTarget[],
  settings: Pick<BackupNowSettings, 'keepFor'>,
): { order: ScheduleOrder; warnings: string[] } {
  const { cluster, name: part, volumes = 'default', paused = false } = request;
  const cron = request.cron.trim();
  const keepFor = (request.keepFor ?? settings.keepFor).trim();
  assertPart(part);
  const warnings = assertTimes({ cron, keepFor });
  const namespaces = uniqueSorted(request.namespaces);
  assertNotVelero(namespaces, targets, cluster);
  const entity = parseEntityRef(entityRef).name;
  const order = {
    ...chooseTarget(targets, { ...request, nothing: NO_SCHEDULE }),
    ...{ cluster, namespaces, cron, keepFor, volumes, paused },
    name: scheduleNameFor({ entity, cluster, part }),
    entityRef,
    userRef,
  };
  return { order, warnings };
}

function assertPart(part: string) {
  if (!isSchedulePart(part)) {
    throw new InputError(
      `'name' is '${part}'. It becomes part of a name in Kubernetes: write at most ${MAXIMUM_SCHEDULE_PART} small letters, digits and single dashes, as nightly`,
    );
  }
}

/** Gives what to know of the times. */
function assertTimes(times: { cron: string; keepFor: string }): string[] {
  const now = new Date().toISOString();
  const { refusals, warnings } = checkScheduleTimes({ ...times, now });
  if (refusals.length > 0) {
    const problems = refusals.map(
      ({ field, message, remedy }) => `'${field}': ${message}. ${remedy}`,
    );
    throw new InputError(`${NO_SCHEDULE}. ${problems.join('. ')}`);
  }
  return warnings.map(({ message }) => message);
}
