import {
  LocationSummary,
  readStorageLocation,
} from 'backstage-plugin-velero-common';
import { ObjectRow } from '../store/tables';

/** Makes what is shown of a storage location. */
export function toLocationSummary(row: ObjectRow): LocationSummary {
  const { createdAt, endpoint, ...shown } = readStorageLocation(
    JSON.parse(row.doc),
  );
  return {
    ...shown,
    cluster: row.cluster,
    veleroNamespace: row.namespace,
    name: row.name,
  };
}
