import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupSummary, EntityResponse } from 'backstage-plugin-velero-common';
import { backupKeyToText } from '../../format/backupKey';
import { BackupListState } from '../../hooks/useBackupListState';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { PartialNotice } from '../ClusterFreshness/PartialNotice';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { Section } from '../ui/Section';
import { SimpleTable } from '../ui/SimpleTable';
import { BackupFilters, FilterChoices } from './BackupFilters';
import { BackupPagination } from './BackupPagination';
import { NoBackups } from './NoBackups';
import { useBackupColumns } from './useBackupColumns';

interface BackupListProps {
  query: LiveQuery<EntityResponse<BackupSummary>>;
  listState: BackupListState;
  choices: FilterChoices;
}

/** The restore points of an entity, newest first. */
export function BackupList(props: BackupListProps) {
  const { query, listState, choices } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Section title={t('backups.title')}>
      <BackupFilters listState={listState} choices={choices} />
      <StaleRowsNotice query={query} />
      <BackupRows query={query} listState={listState} />
    </Section>
  );
}

function BackupRows(props: Omit<BackupListProps, 'choices'>) {
  const { query, listState } = props;
  const { value, error, outdated, retry } = query;
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useBackupColumns();
  if (!value) {
    return error ? (
      <QueryErrorNotice error={error} onRetry={retry} />
    ) : (
      <LoadingRows what={t('backups.title')} rows={8} />
    );
  }
  if (value.items.length === 0 && !outdated) {
    return (
      <NoBackups
        clusters={value.clusters}
        namespace={value.namespaces.find(({ proven }) => proven)?.namespace}
        listState={listState}
      />
    );
  }
  return (
    <>
      <PartialNotice clusters={value.clusters} />
      <SimpleTable
        label={t('backups.caption')}
        columns={columns}
        rows={value.items}
        rowKey={backupKeyToText}
        busy={outdated}
      />
      <BackupPagination
        listState={listState}
        totalItems={value.totalItems}
        nextCursor={outdated ? undefined : value.pageInfo.nextCursor}
      />
    </>
  );
}
