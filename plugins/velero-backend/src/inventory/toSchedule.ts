import { readSchedule, ScheduleSummary } from 'backstage-plugin-velero-common';
import { NamespaceKey } from '../store/NamespaceStore';
import { SelectingRow } from '../store/ObjectQueries';
import { LocationIndex } from './LocationIndex';
import { reachOf } from './toBackup';

/** Makes what is shown of a schedule to a reader of these namespaces. */
export function toScheduleSummary(
  row: SelectingRow,
  readable: NamespaceKey[],
  locations: LocationIndex,
): ScheduleSummary {
  const { createdAt, location, ...shown } = readSchedule(JSON.parse(row.doc));
  const { cluster, namespace } = row;
  return {
    ...shown,
    ...(location && {
      location: locations.reference({ cluster, namespace, name: location }),
    }),
    ...reachOf(row.selection, [cluster], readable),
    cluster,
    veleroNamespace: namespace,
    name: row.name,
  };
}
