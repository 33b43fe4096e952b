import { isDeepStrictEqual } from 'node:util';
import { errorMessage } from '../api/errorMessage';
import { goDurationOf } from './goDuration';
import { openStore } from './store/openStore';
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
      reconcile(location, context);
    }
  });
  every(timing.validation, () => {
    for (const location of client.list('backupstoragelocations')) {
      if (isDue(location, context)) {
        reconcile(location, context);
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
  const asked =
    goDurationOf(spec?.validationFrequency) ?? DEFAULT_FREQUENCY_MILLIS;
  const frequency = asked < 0 ? DEFAULT_FREQUENCY_MILLIS : asked;
  const age = clock.now().getTime() - Date.parse(status.lastValidationTime);
  return frequency > 0 && age >= frequency;
}

function reconcile(location: BackupStorageLocation, context: VeleroContext) {
  leaveOneDefault(context);
  const { name } = location.metadata;
  const current = context.client.get('backupstoragelocations', name);
  if (current) {
    validate(current, context);
  }
}

/** The youngest of several defaults stays the default. */
function leaveOneDefault({ client }: VeleroContext) {
  const [, ...others] = client
    .list('backupstoragelocations')
    .filter(({ spec }) => spec?.default)
    .sort((left, right) => ageOf(left) - ageOf(right));
  for (const { metadata } of others) {
    client.patch('backupstoragelocations', metadata.name, {
      spec: { default: null },
    });
  }
}

function ageOf({ metadata }: BackupStorageLocation): number {
  return -Date.parse(metadata.creationTimestamp ?? '');
}

function validate(location: BackupStorageLocation, context: VeleroContext) {
  const { client, clock } = context;
  const { name } = location.metadata;
  const problem = problemOf(location, context);
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

function problemOf(
  location: BackupStorageLocation,
  context: VeleroContext,
): string | undefined {
  try {
    openStore(location, context).validate();
    return undefined;
  } catch (error) {
    return errorMessage(error);
  }
}
