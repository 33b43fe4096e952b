import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { RestoreWish } from 'backstage-plugin-velero-common';
import { parseTime } from '../../format/absoluteTime';
import { useNow } from '../../hooks/useNow';
import { useRelativeTime } from '../../hooks/useRelativeTime';
import { veleroTranslationRef } from '../../translation';
import { useWishText } from './useWishText';

/** What somebody wants restored, from where, over what, in one sentence. */
export function WishSentence(props: {
  wish: RestoreWish;
  /** When the backup was made, where that is known. */
  startedAt?: string;
}) {
  const { wish, startedAt } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const relative = useRelativeTime(useNow());
  const wishText = useWishText();
  const time = parseTime(startedAt);
  return (
    <Typography>
      {t('restoreRequest.summary.sentence', {
        what: wishText.all(wish),
        cluster: wish.backup.cluster,
        backup: wish.backup.name,
        age:
          time === undefined
            ? t('restoreRequest.summary.ageUnknown')
            : t('restoreRequest.summary.ofBackup', { time: relative(time) }),
        existing: t(`restoreRequest.summary.existing.${wish.existing}`),
        volumes: t(`restoreRequest.summary.volumes.${wish.volumes}`),
      })}
    </Typography>
  );
}
