import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { utcTime } from '../../format/absoluteTime';
import { reasonOf } from '../../format/reasonOf';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { useNow } from '../../hooks/useNow';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';

/** Says above rows that they could not be refreshed, and from when they are. */
export function StaleRowsNotice(props: { query: LiveQuery<unknown> }) {
  const { error, updatedAt, retry } = props.query;
  const { t } = useTranslationRef(veleroTranslationRef);
  const now = useNow();
  if (!error || updatedAt === undefined) {
    return null;
  }
  return (
    <Notice
      tone="warning"
      title={t('states.staleRows', {
        reason: reasonOf(error),
        time: utcTime(updatedAt, now),
      })}
      action={
        <Button size="small" variant="outlined" onClick={retry}>
          {t('actions.retry')}
        </Button>
      }
    />
  );
}
