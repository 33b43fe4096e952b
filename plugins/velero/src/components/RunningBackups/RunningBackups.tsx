import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroApiRef } from '../../api/veleroApiRef';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { Section } from '../ui/Section';
import { SimpleTable } from '../ui/SimpleTable';
import { useRunningBackupColumns } from './useRunningBackupColumns';

/** More than these hardly run at once; the list of restore points has the rest. */
const LIMIT = 25;

/** What waits in Velero's queues and what runs, with how far it has come; nothing where nothing does. */
export function RunningBackups(props: { entityRef: string; version: number }) {
  const { entityRef, version } = props;
  const api = useApi(veleroApiRef);
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useRunningBackupColumns();
  const query = useLiveQuery({
    key: entityRef,
    version,
    load: signal =>
      api.getEntityBackups(
        entityRef,
        { unfinished: true, limit: LIMIT },
        { signal },
      ),
  });
  const rows = query.value?.items ?? [];
  if (rows.length === 0 && !query.error) {
    return null;
  }
  return (
    <Section title={t('running.title')}>
      {query.error && !query.value ? (
        <QueryErrorNotice error={query.error} onRetry={query.retry} />
      ) : (
        <>
          <StaleRowsNotice query={query} />
          <SimpleTable
            label={t('running.caption')}
            columns={columns}
            rows={rows}
            rowKey={row => `${row.cluster}/${row.veleroNamespace}/${row.name}`}
          />
        </>
      )}
    </Section>
  );
}
