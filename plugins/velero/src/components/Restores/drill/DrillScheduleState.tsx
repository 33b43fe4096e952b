import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { DrillSchedule } from 'backstage-plugin-velero-common';
import { parseTime } from '../../../format/absoluteTime';
import { useNow } from '../../../hooks/useNow';
import { useRelativeTime } from '../../../hooks/useRelativeTime';
import { veleroTranslationRef } from '../../../translation';
import { LinesText } from '../../ui/LinesText';
import { Notice } from '../../ui/Notice';

/** When the next drill is made, and why the last one was not. */
export function DrillScheduleState(props: { schedule: DrillSchedule }) {
  const { nextRunAt, requester, lastProblem } = props.schedule;
  const { t } = useTranslationRef(veleroTranslationRef);
  const relative = useRelativeTime(useNow());
  const textOf = (time: string) => {
    const parsed = parseTime(time);
    return parsed === undefined ? time : relative(parsed);
  };
  return (
    <>
      {nextRunAt && (
        <Typography variant="body2">
          {t('restoreDrill.schedule.next', {
            when: textOf(nextRunAt),
            who: <EntityRefLink entityRef={requester} />,
          })}
        </Typography>
      )}
      {lastProblem && (
        <Notice
          tone={nextRunAt ? 'warning' : 'error'}
          title={
            nextRunAt
              ? t('restoreDrill.schedule.problem', {
                  ago: textOf(lastProblem.at),
                })
              : t('restoreDrill.schedule.stopped')
          }
        >
          <LinesText text={lastProblem.message} />
        </Notice>
      )}
    </>
  );
}
