import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ScheduleSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { LocationText } from '../ui/LocationText';
import { NamespacesText } from '../ui/NamespacesText';
import { SimpleColumn } from '../ui/SimpleTable';
import { TimeText } from '../ui/TimeText';
import { ScheduleStatus } from './ScheduleStatus';

export function useScheduleColumns(): SimpleColumn<ScheduleSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    { header: t('schedules.column.name'), render: row => row.name },
    { header: t('schedules.column.cluster'), render: row => row.cluster },
    {
      header: t('schedules.column.status'),
      render: row => <ScheduleStatus schedule={row} />,
    },
    {
      header: t('schedules.column.cron'),
      render: row => (
        <Typography variant="inherit" component="code" noWrap>
          {row.cron}
        </Typography>
      ),
    },
    {
      header: t('schedules.column.lastBackup'),
      render: row => (
        <TimeText value={row.lastBackupAt} missing={t('schedules.neverRan')} />
      ),
    },
    {
      header: t('schedules.column.ttl'),
      render: row => row.ttl ?? t('schedules.defaultValue'),
    },
    {
      header: t('schedules.column.location'),
      render: row => (
        <LocationText
          location={row.location}
          missing={t('schedules.defaultValue')}
        />
      ),
    },
    {
      header: t('schedules.column.namespaces'),
      render: row => <NamespacesText {...row} />,
    },
  ];
}
