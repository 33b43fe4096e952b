import { isDeepStrictEqual } from 'node:util';
import { parseGoDuration } from './goDuration';
import { locationProblem } from './locationProblem';
import { VeleroContext } from './VeleroContext';
import { BackupStorageLocation } from './VeleroObjects';

const DEFAULT_FREQUENCY_MILLIS = 60_000;

/** Starts the controller that looks whether locations can be used. */
export function startLocationValidation(context: VeleroContext) {
  const { client, feed, every, timing } = context;
  feed('backupstoragelocations').onChange(({ object, previous }) => {
    const location = client.get('backupstoragelocations', object.metadata.name);
    // Changes of labels, annotations or Secrets go unnoticed, a null-patched time waits for the grid.
    const changed = !isDeepStrictEqual(previous?.spec, object.spec);
    if (location && (!previous || changed)) {
      validate(location, context);
    }
  });
  every(timing.validation, () => {
    for (const location of client.list('backupstoragelocations')) {
      if (isDue(location, context)) {
        validate(location, context);
      }
    }
  });
}

function isDue(
  { spec, status }: BackupStorageLocation,
  { clock }: VeleroContext,
): boolean {
  if (!status?.lastValidationTime) {
    return true;
  }
  const asked = spec?.validationFrequency
    ? parseGoDuration(spec.validationFrequency)
    : DEFAULT_FREQUENCY_MILLIS;
  const frequency = asked < 0 ? DEFAULT_FREQUENCY_MILLIS : asked;
  const age = clock.now().getTime() - Date.parse(status.lastValidationTime);
  return frequency > 0 && age >= frequency;
}

function validate(location: BackupStorageLocation, context: VeleroContext) {
  const { client, clock } = context;
  const { name } = location.metadata;
  const problem = locationProblem(location, context);
  client.patch('backupstoragelocations', name, {
    status: {
      phase: problem ? 'Unavailable' : 'Available',
      message: problem
        ? `BackupStorageLocation "${name}" is unavailable: ${problem}`
        : null,
      lastValidationTime: clock.timestamp(),
    },
  });
}
