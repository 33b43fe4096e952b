import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';
import { toneOfBackup } from './toneOfBackup';

/** Where a backup stands: Velero's own word, and while it waits or runs, how far it has come. */
export function BackupStatus(props: { backup: BackupSummary }) {
  const { backup } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <StatusLabel tone={toneOfBackup(backup)}>
        {backup.phase || t('backups.unknownPhase')}
      </StatusLabel>
      {backup.lifecycle === 'waiting' && backup.queuePosition !== undefined && (
        <Typography variant="caption" display="block" color="textSecondary">
          {t('backups.queued', { position: String(backup.queuePosition) })}
        </Typography>
      )}
      {backup.lifecycle === 'running' && <Progress backup={backup} />}
    </>
  );
}

function Progress(props: { backup: BackupSummary }) {
  const { itemsDone, itemsTotal, name } = props.backup;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (itemsDone === undefined || !itemsTotal) {
    return null;
  }
  return (
    <>
      <Typography variant="caption" display="block" color="textSecondary">
        {t('backups.progress', {
          done: String(itemsDone),
          total: String(itemsTotal),
        })}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={Math.min(100, (100 * itemsDone) / itemsTotal)}
        aria-label={t('backups.progressLabel', { name })}
      />
    </>
  );
}
