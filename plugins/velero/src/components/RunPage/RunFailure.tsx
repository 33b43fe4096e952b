import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';
import { RunReference } from './RunReference';

/** What Velero says of a backup or restore that it refused, or that failed. */
export function RunFailure(props: {
  run: Pick<RunReference, 'failureReason' | 'validationErrors'>;
}) {
  const { failureReason, validationErrors } = props.run;
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
