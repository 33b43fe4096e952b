import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ArtifactVolume } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';

/** Whether the data of a volume was taken, and why it was not. */
export function VolumeResult(props: { volume: ArtifactVolume }) {
  const { skipped, skippedReason, result } = props.volume;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (skipped) {
    return (
      <>
        <StatusLabel tone="warning">{t('page.volumes.skipped')}</StatusLabel>
        {skippedReason && (
          <Typography variant="caption" display="block" color="textSecondary">
            {skippedReason}
          </Typography>
        )}
      </>
    );
  }
  if (result === 'succeeded' || result === 'failed') {
    return (
      <StatusLabel tone={result === 'failed' ? 'error' : 'ok'}>
        {t(`page.volumes.result.${result}`)}
      </StatusLabel>
    );
  }
  return <>{result ?? t('details.unknown')}</>;
}
