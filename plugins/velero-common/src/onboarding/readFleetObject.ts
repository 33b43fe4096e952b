import { textAt } from '../velero/lenient';
import { readStorageLocation } from '../velero/storageLocation';
import { FleetLocation, FleetObject } from './FleetSnapshot';
import { ownerOfObject } from './ownershipMarks';

/** Reads whose an object of Velero is, leniently. @public */
export function readFleetObject(cluster: string, object: unknown): FleetObject {
  const owner = ownerOfObject(object);
  return {
    cluster,
    veleroNamespace: textAt(object, 'metadata', 'namespace') ?? '',
    name: textAt(object, 'metadata', 'name') ?? '',
    ...(owner && { owner }),
  };
}

/** Reads where a BackupStorageLocation object of any Velero version leads, and whose it is, leniently. @public */
export function readFleetLocation(
  cluster: string,
  object: unknown,
): FleetLocation {
  const { provider, endpoint, region, bucket, prefix, accessMode } =
    readStorageLocation(object);
  const name = textAt(object, 'spec', 'credential', 'name');
  const key = textAt(object, 'spec', 'credential', 'key');
  return {
    ...readFleetObject(cluster, object),
    accessMode,
    ...(provider && { provider }),
    ...(endpoint && { endpoint }),
    ...(region && { region }),
    ...(bucket && { bucket }),
    ...(prefix && { prefix }),
    ...(name && key && { credential: { name, key } }),
  };
}
