import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { reasonOf } from '../../../format/reasonOf';
import { statusCodeOf } from '../../../hooks/isDefinitiveError';
import { veleroTranslationRef } from '../../../translation';
import { LinesText } from '../../ui/LinesText';
import { Notice } from '../../ui/Notice';

/** Says why nothing was asked for, or that nobody knows whether it was. */
export function RequestError(props: { error: Error; onSendAsNew(): void }) {
  const { error, onSendAsNew } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const kind = kindOf(error);
  return (
    <Notice
      tone={kind === 'refused' ? 'error' : 'warning'}
      title={t(`restoreWizard.error.${kind}`)}
      action={
        kind === 'conflict' && (
          <Button variant="outlined" onClick={onSendAsNew}>
            {t('restoreWizard.error.asNew')}
          </Button>
        )
      }
    >
      <LinesText text={reasonOf(error)} />
      {kind === 'conflict' && t('restoreWizard.error.conflictNext')}
    </Notice>
  );
}

function kindOf(error: Error) {
  if (error.cause && (error.cause as Error).name === 'ConflictError') {
    return 'conflict';
  }
  const status = statusCodeOf(error);
  const isAnswer = status !== undefined && status >= 400 && status < 500;
  return isAnswer ? 'refused' : 'notKnown';
}
