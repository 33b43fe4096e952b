import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Marks a backup that another cluster wrote into a location that both see. */
export function BackupOrigin(props: { backup: BackupSummary }) {
  const { origin, originCluster } = props.backup;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (origin !== 'other-cluster') {
    return null;
  }
  const label = originCluster
    ? t('backups.madeBy', { cluster: originCluster })
    : t('backups.madeElsewhere');
  return <Chip size="small" variant="outlined" label={label} />;
}
