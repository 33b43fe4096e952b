import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupDetails } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { ClusterFreshnessList } from '../ClusterFreshness/ClusterFreshnessList';
import { FactList } from '../ui/FactList';
import { BackupFailure } from './BackupFailure';
import { ObjectText } from './ObjectText';
import { useBackupFacts } from './useBackupFacts';

/** All that is known of one backup. */
export function BackupDetailsView(props: { backup: BackupDetails }) {
  const { backup } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const facts = useBackupFacts(backup);
  return (
    <>
      <ClusterFreshnessList clusters={[backup.freshness]} />
      <BackupFailure backup={backup} />
      <FactList facts={facts} />
      <ObjectText title={t('details.spec')} value={backup.spec} />
      <ObjectText title={t('details.labels')} value={backup.labels} />
    </>
  );
}
