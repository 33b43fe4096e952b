import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroApiRef } from '../../api/veleroApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useRestorePaths } from '../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../translation';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { Section } from '../ui/Section';
import { SimpleTable } from '../ui/SimpleTable';
import { useRequestColumns } from './list/useRequestColumns';

const LIMIT = 5;

/** The newest requests for restores of an entity; nothing where there are none. */
export function EntityRestoreRequests(props: {
  entityRef: string;
  version: number;
}) {
  const { entityRef, version } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const columns = useRequestColumns();
  const paths = useRestorePaths();
  const query = useLiveQuery({
    key: entityRef,
    version,
    load: signal =>
      api.getRestoreRequests({ entityRef, limit: LIMIT }, { signal }),
  });
  const rows = query.value?.items ?? [];
  if (rows.length === 0 && !query.error) {
    return null;
  }
  return (
    <Section
      title={t('restoreRequest.title')}
      action={
        paths && <Link to={paths.list}>{t('restoreRequest.allRequests')}</Link>
      }
    >
      {query.error && !query.value ? (
        <QueryErrorNotice error={query.error} onRetry={query.retry} />
      ) : (
        <>
          <StaleRowsNotice query={query} />
          <SimpleTable
            label={t('restoreRequest.caption')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
          />
        </>
      )}
    </Section>
  );
}
