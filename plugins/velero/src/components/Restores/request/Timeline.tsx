import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RestoreRequestDetails } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { Section } from '../../ui/Section';
import { CurrentStage } from './CurrentStage';
import { TimelineEvent } from './TimelineEvent';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(0, 0, 0, 2),
      borderLeft: `2px solid ${theme.palette.divider}`,
      display: 'grid',
      gap: theme.spacing(1.5),
    },
  }),
  { name: 'VeleroTimeline' },
);

/** What happened to a request, and what it waits for. */
export function Timeline(props: { request: RestoreRequestDetails }) {
  const { request } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const title = t('restoreRequest.timeline.title');
  return (
    <Section title={title} level={3}>
      <ol className={classes.list} aria-label={title}>
        {request.events.map(event => (
          <TimelineEvent
            key={event.seq}
            event={event}
            endState={request.state}
          />
        ))}
        <CurrentStage request={request} />
      </ol>
    </Section>
  );
}
