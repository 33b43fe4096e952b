import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityResponse,
  ScheduleSummary,
} from 'backstage-plugin-velero-common';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { LiveTable } from '../ui/LiveTable';
import { useScheduleColumns } from './useScheduleColumns';

interface ScheduleListProps {
  query: LiveQuery<EntityResponse<ScheduleSummary>>;
}

/** The schedules that take in namespaces of an entity. */
export function ScheduleList(props: ScheduleListProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <LiveTable
      title={t('schedules.title')}
      what={t('schedules.noun')}
      label={t('schedules.caption')}
      empty={t('schedules.empty')}
      columns={useScheduleColumns()}
      query={props.query}
      rowKey={row => `${row.cluster}/${row.veleroNamespace}/${row.name}`}
    />
  );
}
