import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { ClusterFreshnessList } from '../../ClusterFreshness/ClusterFreshnessList';
import { Notice } from '../../ui/Notice';

/** Warns that a request may have come further than the portal can know. */
export function ClusterAway(props: { cluster?: ClusterFreshness }) {
  const { cluster } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!cluster || cluster.state === 'live') {
    return null;
  }
  return (
    <Notice tone="warning" title={t('restoreRequest.page.away')}>
      <ClusterFreshnessList clusters={[cluster]} />
    </Notice>
  );
}
