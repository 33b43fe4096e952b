import { ok, RestoreCheck, stop } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** The backup can be fetched. */
export function checkLocation({ snapshot }: RestoreCase): RestoreCheck[] {
  const { location } = snapshot;
  if (!location) {
    return [
      stop(
        'location',
        'The storage location of the backup is not there any more',
        'Have it made again, or restore by way of another cluster that reads the same place',
      ),
    ];
  }
  if (location.phase !== 'Available') {
    return [
      stop(
        'location',
        `Storage location '${location.name}' is ${
          location.phase || 'not checked yet'
        }${location.message ? `: ${location.message}` : ''}`,
        'Have Velero check it, and its credential and bucket set right',
      ),
    ];
  }
  return [ok('location', `Storage location '${location.name}' is available`)];
}
