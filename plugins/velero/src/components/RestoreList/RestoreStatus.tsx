import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { RestoreSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { toneOfBackup } from '../BackupList/toneOfBackup';
import { StatusLabel } from '../ui/StatusLabel';

/** How a restore goes or went, in Velero's words, and why it failed. */
export function RestoreStatus(props: { restore: RestoreSummary }) {
  const { restore } = props;
  const { phase, lifecycle, itemsDone, itemsTotal, failureReason } = restore;
  const { t } = useTranslationRef(veleroTranslationRef);
  const words = [...restore.validationErrors, failureReason].filter(Boolean);
  return (
    <>
      <StatusLabel tone={toneOfBackup(restore)}>
        {phase || t('backups.unknownPhase')}
      </StatusLabel>
      {lifecycle === 'running' && itemsTotal !== undefined && (
        <Typography variant="caption" display="block">
          {t('backups.progress', {
            done: String(itemsDone ?? 0),
            total: String(itemsTotal),
          })}
        </Typography>
      )}
      {words.map(text => (
        <Typography key={text} variant="caption" display="block">
          {text}
        </Typography>
      ))}
    </>
  );
}
