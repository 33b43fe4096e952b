import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { RestoreRequestDetails } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { useLiveQuery } from '../../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../../translation';
import { RunAnswer } from '../../RunPage/RunAnswer';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { PreviewChecks } from '../checks/PreviewChecks';
import { CHECKS_TIME_LIMIT_MS } from '../useRestorePreview';

/** How the request stands at this moment, for whoever has to decide, and whoever waits. */
export function RequestChecks(props: { request: RestoreRequestDetails }) {
  const { id } = props.request;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: id,
    version: 0,
    load: signal => api.getRestoreRequestChecks(id, { signal }),
    timeLimitMs: CHECKS_TIME_LIMIT_MS,
  });
  return (
    <Section
      title={t('restoreRequest.checks.title')}
      level={3}
      action={
        <Button size="small" variant="outlined" onClick={query.retry}>
          {t('restoreWizard.checks.again')}
        </Button>
      }
    >
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('restoreRequest.checks.asRequester')}
      </Typography>
      <RunAnswer query={query} what={t('restoreRequest.checks.pending')}>
        {checks => (
          <>
            <StaleNotice stale={checks.stale} />
            <PreviewChecks preview={checks} />
          </>
        )}
      </RunAnswer>
    </Section>
  );
}

/** Says before anybody decides that nothing would come of it. */
function StaleNotice(props: { stale: string[] }) {
  const { stale } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return stale.length > 0 ? (
    <Notice tone="warning" title={t('restoreRequest.checks.stale')}>
      <ul>
        {stale.map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {t('restoreRequest.checks.staleNext')}
    </Notice>
  ) : null;
}
