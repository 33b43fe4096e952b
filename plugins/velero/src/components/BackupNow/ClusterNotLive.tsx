import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';

/** Says beforehand that the backend will refuse. */
export function ClusterNotLive(props: { cluster?: ClusterFreshness }) {
  const { cluster } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return cluster && cluster.state !== 'live' ? (
    <Notice
      tone="warning"
      title={t('backupNow.notLive', { cluster: cluster.name })}
    >
      {cluster.reason}
    </Notice>
  ) : null;
}
