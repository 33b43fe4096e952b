import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { BackupDetails } from 'backstage-plugin-velero-common';
import { useListOrigin } from '../../hooks/useListOrigin';
import { veleroTranslationRef } from '../../translation';
import { Section } from '../ui/Section';

/** The schedule that made a backup, with the way to all that it made. */
export function ScheduleOfBackup(props: { backup: BackupDetails }) {
  const { schedule, cluster } = props.backup;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { listPath } = useListOrigin();
  const search = new URLSearchParams({ cluster, schedule: schedule ?? '' });
  return (
    <Section title={t('page.related.schedule')} level={3}>
      {schedule ? (
        <Typography>
          <Link to={`${listPath}?${search}`}>
            {t('page.related.ofSchedule', { schedule })}
          </Link>
        </Typography>
      ) : (
        <Typography>{t('page.related.byHand')}</Typography>
      )}
    </Section>
  );
}
