import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { BackupProblems } from '../BackupList/BackupProblems';
import { SimpleColumn } from '../ui/SimpleTable';
import { TimeText } from '../ui/TimeText';
import { RestoredNamespaces } from './RestoredNamespaces';
import { RestoreName } from './RestoreName';
import { RestoreStatus } from './RestoreStatus';

export function useRestoreColumns(): SimpleColumn<RestoreSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      header: t('restores.column.name'),
      render: row => <RestoreName restore={row} />,
    },
    { header: t('restores.column.cluster'), render: row => row.cluster },
    {
      header: t('restores.column.status'),
      render: row => <RestoreStatus restore={row} />,
    },
    {
      header: t('restores.column.started'),
      render: row => (
        <TimeText value={row.startedAt} missing={t('backups.notStarted')} />
      ),
    },
    {
      header: t('restores.column.backup'),
      render: row => row.backup ?? t('restores.noBackup'),
    },
    {
      header: t('restores.column.namespaces'),
      render: row => <RestoredNamespaces restore={row} />,
    },
    {
      header: t('restores.column.existing'),
      render: row =>
        t(
          row.existingResourcePolicy === 'update'
            ? 'restores.updated'
            : 'restores.kept',
        ),
    },
    {
      header: t('restores.column.problems'),
      render: row => <BackupProblems backup={row} />,
    },
  ];
}
