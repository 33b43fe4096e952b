import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { CoveringSchedule } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { SimpleColumn } from '../ui/SimpleTable';
import { StatusLabel } from '../ui/StatusLabel';
import { TimeText } from '../ui/TimeText';

export function useCoverageColumns(): SimpleColumn<CoveringSchedule>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    { header: t('protection.column.schedule'), render: row => row.name },
    {
      header: t('protection.column.holds'),
      render: row => <Holding schedule={row} />,
    },
    {
      header: t('protection.column.cron'),
      render: row => (
        <Typography variant="inherit" component="code" noWrap>
          {row.cron}
        </Typography>
      ),
    },
    {
      header: t('protection.column.lastGoodCopy'),
      render: row => (
        <TimeText value={row.lastGoodCopyAt} missing={t('protection.none')} />
      ),
    },
    {
      header: t('protection.column.nextRun'),
      render: row => (
        <TimeText value={row.nextRunAt} missing={t('protection.none')} />
      ),
    },
  ];
}

/** How much of the namespace the schedule takes, and what is wrong with it. */
function Holding(props: { schedule: CoveringSchedule }) {
  const { active, extent, reasons } = props.schedule;
  const { t } = useTranslationRef(veleroTranslationRef);
  const isFull = extent === 'full';
  return (
    <>
      <StatusLabel tone={active && isFull ? 'ok' : 'warning'}>
        {t(isFull ? 'protection.all' : 'protection.part')}
        {!active && ` · ${t('protection.inactive')}`}
      </StatusLabel>
      {reasons.map(({ sentence }) => (
        <Typography key={sentence} variant="caption" display="block">
          {sentence}
        </Typography>
      ))}
    </>
  );
}
