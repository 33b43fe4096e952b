import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';

/** The errors and warnings that Velero counted. */
export function BackupProblems(props: {
  backup: Pick<BackupSummary, 'errors' | 'warnings'>;
}) {
  const { errors = 0, warnings = 0 } = props.backup;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (errors === 0 && warnings === 0) {
    return <>{t('backups.noProblems')}</>;
  }
  return (
    <>
      {errors > 0 && (
        <div>
          <StatusLabel tone="error">
            {t('backups.errorCount', { count: errors })}
          </StatusLabel>
        </div>
      )}
      {warnings > 0 && (
        <div>
          <StatusLabel tone="warning">
            {t('backups.warningCount', { count: warnings })}
          </StatusLabel>
        </div>
      )}
    </>
  );
}
