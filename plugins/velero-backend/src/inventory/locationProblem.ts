import { StorageLocationFacts } from 'backstage-plugin-velero-common';

/** Why Velero would refuse a backup to this location; it never tries again, so nobody should ask it to. */
export function locationProblem(
  location: Pick<StorageLocationFacts, 'phase' | 'message' | 'accessMode'>,
): string | undefined {
  const { phase, message, accessMode } = location;
  if (accessMode === 'ReadOnly') {
    return 'It is read-only in this cluster: only another cluster writes to it';
  }
  if (phase === 'Available') {
    return undefined;
  }
  return phase
    ? `It is ${phase}${message ? `. Velero says: ${message}` : ''}`
    : 'Velero has not checked it yet';
}
