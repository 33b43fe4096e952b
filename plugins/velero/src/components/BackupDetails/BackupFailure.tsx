import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupDetails } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';

/** What Velero says of a backup that it refused, or that failed. */
export function BackupFailure(props: { backup: BackupDetails }) {
  const { failureReason, validationErrors } = props.backup;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {failureReason && (
        <Notice tone="error" title={t('details.failureReason')}>
          {failureReason}
        </Notice>
      )}
      {validationErrors.length > 0 && (
        <Notice tone="error" title={t('details.validationErrors')}>
          <ul>
            {validationErrors.map(message => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
