import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { BackupQuota } from 'backstage-plugin-velero-common';
import { parseTime, utcTime } from '../../format/absoluteTime';
import { useNow } from '../../hooks/useNow';
import { veleroTranslationRef } from '../../translation';

/** How many backups may still be asked for. */
export function QuotaText(props: { quota: BackupQuota }) {
  const { limit, left, nextAt } = props.quota;
  const now = useNow();
  const { t } = useTranslationRef(veleroTranslationRef);
  const next = parseTime(nextAt);
  return (
    <Typography variant="body2" color="textSecondary" role="status">
      {left === 0 && next !== undefined
        ? t('backupNow.noneLeft', {
            limit: String(limit),
            time: utcTime(next, now),
          })
        : t('backupNow.left', { left: String(left), limit: String(limit) })}
    </Typography>
  );
}
