import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { useLiveQuery } from '../../../hooks/useLiveQuery';
import { useRestorePaths } from '../../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../../translation';
import { LinkTabs } from '../../ui/LinkTabs';
import { useRestoreOptions } from '../useRestoreOptions';
import { REQUEST_VIEWS, RequestView } from './useRequestListState';

/** As many as the backend gives at once. */
const MAXIMUM = 200;

/** Leads to the lists that there are for the reader. */
export function ViewLinks(props: { view: RequestView; version: number }) {
  const { view, version } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const paths = useRestorePaths();
  const { administrator } = useRestoreOptions();
  const waiting = useWaitingCount(version);
  const shown = REQUEST_VIEWS.filter(
    each => each !== 'all' || administrator || view === 'all',
  );
  return (
    <LinkTabs
      label={t('restoreRequest.views')}
      tabs={shown.map(each => ({
        to: `${paths?.list ?? ''}?view=${each}`,
        isCurrent: each === view,
        title:
          each === 'waiting' && waiting
            ? t('restoreRequest.view.waitingCount', { waiting })
            : t(`restoreRequest.view.${each}`),
      }))}
    />
  );
}

/** How many wait for the reader, as text; nothing while that is not known. */
function useWaitingCount(version: number): string | undefined {
  const api = useApi(veleroApiRef);
  const { value } = useLiveQuery({
    key: 'waiting',
    version,
    load: signal =>
      api.getRestoreRequests({ view: 'waiting', limit: MAXIMUM }, { signal }),
  });
  return (
    value && `${value.items.length}${value.pageInfo.nextCursor ? '+' : ''}`
  );
}
