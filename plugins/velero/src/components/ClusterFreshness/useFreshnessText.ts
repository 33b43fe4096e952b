import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { parseTime, utcTime } from '../../format/absoluteTime';
import { useNow } from '../../hooks/useNow';
import { useRelativeTime } from '../../hooks/useRelativeTime';
import { veleroTranslationRef } from '../../translation';

/** Gives a function that says from when the data of a cluster is. */
export function useFreshnessText(): (cluster: ClusterFreshness) => string {
  const { t } = useTranslationRef(veleroTranslationRef);
  const now = useNow();
  const relative = useRelativeTime(now);
  return ({ syncedAt, staleSince }) => {
    const time = parseTime(syncedAt) ?? parseTime(staleSince);
    return time === undefined
      ? t('freshness.never')
      : t('freshness.asOf', {
          time: utcTime(time, now),
          relative: relative(time),
        });
  };
}
