import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';

/** Warns above rows that not all clusters could add theirs. */
export function PartialNotice(props: { clusters: ClusterFreshness[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const asked = props.clusters.filter(({ state }) => state !== 'not-installed');
  const live = asked.filter(({ state }) => state === 'live').length;
  if (live === asked.length) {
    return null;
  }
  const title =
    live === 0
      ? t('freshness.noneLive')
      : t('freshness.partial', {
          live: String(live),
          total: String(asked.length),
        });
  return <Notice tone="warning" title={title} />;
}
