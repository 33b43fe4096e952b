import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ScheduleSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel, Tone } from '../ui/StatusLabel';

/** Whether a schedule runs, and if not, why. */
export function ScheduleStatus(props: { schedule: ScheduleSummary }) {
  const { phase, paused, validationErrors } = props.schedule;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <StatusLabel tone={toneOfSchedule(props.schedule)}>
        {phase || t('backups.unknownPhase')}
        {paused && ` · ${t('schedules.paused')}`}
      </StatusLabel>
      {validationErrors.map(message => (
        <Typography key={message} variant="caption" display="block">
          {message}
        </Typography>
      ))}
    </>
  );
}

function toneOfSchedule(schedule: ScheduleSummary): Tone {
  if (schedule.phase === 'FailedValidation') {
    return 'error';
  }
  if (schedule.paused) {
    return 'warning';
  }
  return schedule.phase === 'Enabled' ? 'ok' : 'waiting';
}
