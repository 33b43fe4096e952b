import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { ReactNode } from 'react';
import { reasonOf } from '../../format/reasonOf';
import { isDefinitiveError, statusCodeOf } from '../../hooks/isDefinitiveError';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';

interface QueryErrorNoticeProps {
  error: Error;
  onRetry(): void;
  /** The way out of a question that cannot be answered; otherwise it can be asked again. */
  wayOut?: ReactNode;
}

/** Stands where an answer should be that never came. */
export function QueryErrorNotice(props: QueryErrorNoticeProps) {
  const { error, onRetry, wayOut } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const kind = kindOf(error);
  const reason = reasonOf(error);
  const retry = (
    <Button variant="outlined" onClick={onRetry}>
      {t('actions.retry')}
    </Button>
  );
  return (
    <Notice
      tone="error"
      title={t(`errors.${kind}.title`)}
      action={kind === 'invalid' && wayOut ? wayOut : retry}
    >
      {kind === 'notAllowed'
        ? t('errors.notAllowed.description', { reason })
        : reason}
    </Notice>
  );
}

function kindOf(error: Error) {
  switch (statusCodeOf(error)) {
    case 403:
      return 'notAllowed';
    case 404:
      return 'notFound';
    default:
      return isDefinitiveError(error) ? 'invalid' : 'failed';
  }
}
