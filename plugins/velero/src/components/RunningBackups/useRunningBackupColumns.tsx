import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { BackupName } from '../BackupList/BackupName';
import { BackupStatus } from '../BackupList/BackupStatus';
import { SimpleColumn } from '../ui/SimpleTable';
import { TimeText } from '../ui/TimeText';

export function useRunningBackupColumns(): SimpleColumn<BackupSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      header: t('backups.column.name'),
      render: row => <BackupName backup={row} />,
    },
    { header: t('backups.column.cluster'), render: row => row.cluster },
    {
      header: t('backups.column.status'),
      render: row => <BackupStatus backup={row} />,
    },
    {
      header: t('running.since'),
      render: row => (
        <TimeText
          value={row.startedAt ?? row.createdAt}
          missing={t('running.notStarted')}
        />
      ),
    },
  ];
}
