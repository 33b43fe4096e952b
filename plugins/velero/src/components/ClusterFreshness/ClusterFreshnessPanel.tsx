import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterFreshness } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Section } from '../ui/Section';
import { ClusterFreshnessList } from './ClusterFreshnessList';

/** How far each cluster's data can be trusted. */
export function ClusterFreshnessPanel(props: { clusters: ClusterFreshness[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { clusters } = props;
  if (clusters.length === 0) {
    return null;
  }
  return (
    <Section title={t('freshness.panel')}>
      <ClusterFreshnessList clusters={clusters} />
    </Section>
  );
}
