import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { reasonOf } from '../../format/reasonOf';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';
import { LogReading } from './useLog';

/** Says above a log that it is not whole, and why. */
export function LogCut(props: { log: LogReading; onRetry(): void }) {
  const { log, onRetry } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const reason = log.error ? reasonOf(log.error) : log.reason;
  if (!reason) {
    return null;
  }
  return (
    <Notice
      tone="error"
      title={t('page.log.cut')}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {t('actions.retry')}
        </Button>
      }
    >
      {reason}
    </Notice>
  );
}
