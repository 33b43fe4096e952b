import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { BackupSummary, EntityResponse } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { ClusterFreshnessList } from '../ClusterFreshness/ClusterFreshnessList';
import { StatusLabel } from '../ui/StatusLabel';
import { useNewestBackupText } from './useNewestBackupText';

/** Says from when the newest restore point is and how many clusters were asked; names those that could not be. */
export function NewestBackupSentence(props: {
  answer: EntityResponse<BackupSummary>;
}) {
  const { clusters, totalItems } = props.answer;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { tone, text } = useNewestBackupText(props.answer);
  const live = clusters.filter(({ state }) => state === 'live').length;
  const silent = clusters.filter(({ state }) => state !== 'live');
  return (
    <>
      <Typography component="p" role="status">
        <StatusLabel tone={tone}>
          {text}{' '}
          {t('freshness.summary', {
            live: String(live),
            count: clusters.length,
          })}
        </StatusLabel>
      </Typography>
      {totalItems > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('backups.total', { count: totalItems })}
        </Typography>
      )}
      {silent.length > 0 && <ClusterFreshnessList clusters={silent} />}
    </>
  );
}
