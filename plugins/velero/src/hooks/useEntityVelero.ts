import { useApi } from '@backstage/frontend-plugin-api';
import {
  BackupQuery,
  BackupSummary,
  EntityResponse,
  LocationSummary,
  RestoreSummary,
  ScheduleSummary,
} from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../api/veleroApiRef';
import { LiveQuery, useLiveQuery } from './useLiveQuery';

interface EntityVeleroOptions {
  entityRef: string;
  query: BackupQuery;
  version: number;
}

interface EntityVelero {
  backups: LiveQuery<EntityResponse<BackupSummary>>;
  schedules: LiveQuery<EntityResponse<ScheduleSummary>>;
  locations: LiveQuery<EntityResponse<LocationSummary>>;
  restores: LiveQuery<EntityResponse<RestoreSummary>>;
}

/** All that the tab shows of one entity, kept up to date. */
export function useEntityVelero(options: EntityVeleroOptions): EntityVelero {
  const { entityRef, query, version } = options;
  const api = useApi(veleroApiRef);
  return {
    backups: useLiveQuery({
      key: JSON.stringify([entityRef, query]),
      version,
      load: signal => api.getEntityBackups(entityRef, query, { signal }),
    }),
    schedules: useLiveQuery({
      key: entityRef,
      version,
      load: signal => api.getEntitySchedules(entityRef, { signal }),
    }),
    locations: useLiveQuery({
      key: entityRef,
      version,
      load: signal => api.getEntityLocations(entityRef, { signal }),
    }),
    restores: useLiveQuery({
      key: entityRef,
      version,
      load: signal => api.getEntityRestores(entityRef, {}, { signal }),
    }),
  };
}
