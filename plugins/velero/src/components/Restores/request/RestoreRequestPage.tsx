import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreRequestDetails } from 'backstage-plugin-velero-common';
import { useParams } from 'react-router-dom';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { useLiveQuery } from '../../../hooks/useLiveQuery';
import { useVeleroChanges } from '../../../hooks/useVeleroChanges';
import { veleroTranslationRef } from '../../../translation';
import { RunAnswer } from '../../RunPage/RunAnswer';
import { RestoreFrame } from '../RestoreFrame';
import { RestoreStateLabel } from '../RestoreStateLabel';
import { useWishText } from '../useWishText';
import { AgainButton } from './AgainButton';
import { RestoreRequestView } from './RestoreRequestView';

/** One request, kept up to date until it has ended. */
export function RestoreRequestPage() {
  const { id = '' } = useParams();
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: id,
    version: useVeleroChanges(),
    load: signal => api.getRestoreRequest(id, { signal }),
  });
  const request = query.outdated ? undefined : query.value;
  return (
    <RestoreFrame
      title={useTitle(id, request)}
      subtitle={request && <RestoreStateLabel state={request.state} />}
      action={request && <AgainButton request={request} />}
    >
      <RunAnswer query={query} what={t('restoreRequest.page.noun')}>
        {details => (
          <RestoreRequestView request={details} onChange={query.retry} />
        )}
      </RunAnswer>
    </RestoreFrame>
  );
}

function useTitle(id: string, request: RestoreRequestDetails | undefined) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const wishText = useWishText();
  if (!request) {
    return t('restoreRequest.page.id', { id });
  }
  const what = wishText.short(request.wish);
  return request.drill
    ? t('restoreDrill.page.titleOf', { what })
    : t('restoreRequest.page.titleOf', { what });
}
