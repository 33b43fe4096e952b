import {
  backupPhases,
  ClusterFreshness,
  LocationSummary,
  ScheduleSummary,
} from 'backstage-plugin-velero-common';
import { FilterChoices } from './BackupFilters';

interface Known {
  clusters: ClusterFreshness[];
  schedules: ScheduleSummary[];
  locations: LocationSummary[];
}

/** What the reader may choose from, out of what is known of the entity. */
export function filterChoices(known: Known): FilterChoices {
  return {
    cluster: namesOf(known.clusters),
    phase: [...backupPhases],
    schedule: namesOf(known.schedules),
    location: namesOf(known.locations),
  };
}

/** Objects of several clusters may share a name. */
function namesOf(items: { name: string }[]): string[] {
  return [...new Set(items.map(({ name }) => name))];
}
