import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityResponse,
  LocationSummary,
} from 'backstage-plugin-velero-common';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { LiveTable } from '../ui/LiveTable';
import { useLocationColumns } from './useLocationColumns';

interface LocationListProps {
  query: LiveQuery<EntityResponse<LocationSummary>>;
}

/** The storage locations that the backups of an entity lie in, or may lie in. */
export function LocationList(props: LocationListProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <LiveTable
      title={t('locations.title')}
      what={t('locations.noun')}
      label={t('locations.caption')}
      empty={t('locations.empty')}
      columns={useLocationColumns()}
      query={props.query}
      rowKey={row => `${row.cluster}/${row.veleroNamespace}/${row.name}`}
    />
  );
}
