import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreRequestsResponse } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { LiveQuery, useLiveQuery } from '../../../hooks/useLiveQuery';
import { useVeleroChanges } from '../../../hooks/useVeleroChanges';
import { veleroTranslationRef } from '../../../translation';
import { LoadingRows } from '../../states/LoadingRows';
import { QueryErrorNotice } from '../../states/QueryErrorNotice';
import { StaleRowsNotice } from '../../states/StaleRowsNotice';
import { PageButtons } from '../../ui/PageButtons';
import { Section } from '../../ui/Section';
import { SimpleTable } from '../../ui/SimpleTable';
import { NoRequests } from './NoRequests';
import { StateFilter } from './StateFilter';
import { useRequestColumns } from './useRequestColumns';
import { RequestListState, useRequestListState } from './useRequestListState';
import { ViewLinks } from './ViewLinks';

const LIMIT = 25;

/** Requests of the reader, those that wait for the reader, and, for administrators, all. */
export function RestoreRequestsPage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const version = useVeleroChanges();
  const listState = useRequestListState();
  const { view, state, cursor } = listState;
  const wanted = { view, state, cursor, limit: LIMIT };
  const query = useLiveQuery({
    key: JSON.stringify(wanted),
    version,
    load: signal => api.getRestoreRequests(wanted, { signal }),
  });
  return (
    <>
      <ViewLinks view={view} version={version} />
      <Section
        title={t(`restoreRequest.view.${view}`)}
        // All that waits for somebody is in one state.
        action={view !== 'waiting' && <StateFilter listState={listState} />}
      >
        <StaleRowsNotice query={query} />
        <Rows query={query} listState={listState} />
      </Section>
    </>
  );
}

function Rows(props: {
  query: LiveQuery<RestoreRequestsResponse>;
  listState: RequestListState;
}) {
  const { query, listState } = props;
  const { value, error, outdated, retry } = query;
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useRequestColumns();
  if (!value) {
    return error ? (
      <QueryErrorNotice error={error} onRetry={retry} />
    ) : (
      <LoadingRows what={t('restoreRequest.title')} rows={6} />
    );
  }
  const { items, pageInfo } = value;
  if (items.length === 0 && !outdated) {
    return <NoRequests listState={listState} />;
  }
  return (
    <>
      <SimpleTable
        label={t('restoreRequest.caption')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        busy={outdated}
      />
      <nav aria-label={t('restoreRequest.paging')}>
        <PageButtons
          paging={listState}
          nextCursor={outdated ? undefined : pageInfo.nextCursor}
        />
      </nav>
    </>
  );
}
