import {
  LocationSummary,
  readStorageLocation,
  storageServiceOf,
} from 'backstage-plugin-velero-common';
import { ObjectRow } from '../store/tables';

/** Makes what is shown of a storage location. */
export function toLocationSummary(row: ObjectRow): LocationSummary {
  const facts = readStorageLocation(JSON.parse(row.doc));
  const { createdAt, endpoint, region, ...shown } = facts;
  const service = storageServiceOf(facts);
  return {
    ...shown,
    ...(service && { service }),
    cluster: row.cluster,
    veleroNamespace: row.namespace,
    name: row.name,
  };
}
