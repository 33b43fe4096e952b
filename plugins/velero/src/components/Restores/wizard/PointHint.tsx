import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { NamespacesText } from '../../ui/NamespacesText';
import { StatusLabel } from '../../ui/StatusLabel';
import { TimeText } from '../../ui/TimeText';

/** How old a restore point is, whether it is whole, and what it holds of the reader's. */
export function PointHint(props: { point: BackupSummary; isNewest: boolean }) {
  const { point, isNewest } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <TimeText
        value={point.startedAt}
        missing={t('backups.notStarted')}
        short
      />
      {isNewest && `, ${t('restoreWizard.what.newest')}`}
      {', '}
      {point.cluster}
      {': '}
      <NamespacesText {...point} />
      {point.outcome === 'partial' && (
        <StatusLabel tone="warning">
          {t('restoreWizard.what.partial')}
        </StatusLabel>
      )}
    </>
  );
}
