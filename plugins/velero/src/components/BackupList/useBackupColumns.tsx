import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { LocationText } from '../ui/LocationText';
import { SimpleColumn } from '../ui/SimpleTable';
import { TimeText } from '../ui/TimeText';
import { BackupDuration } from './BackupDuration';
import { BackupName } from './BackupName';
import { BackupOrigin } from './BackupOrigin';
import { BackupProblems } from './BackupProblems';
import { BackupStatus } from './BackupStatus';

export function useBackupColumns(): SimpleColumn<BackupSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      header: t('backups.column.name'),
      render: backup => <BackupName backup={backup} />,
    },
    {
      header: t('backups.column.cluster'),
      render: backup => (
        <>
          {backup.cluster} <BackupOrigin backup={backup} />
        </>
      ),
    },
    {
      header: t('backups.column.status'),
      render: backup => <BackupStatus backup={backup} />,
    },
    {
      header: t('backups.column.started'),
      render: backup => (
        <TimeText value={backup.startedAt} missing={t('backups.notStarted')} />
      ),
    },
    {
      header: t('backups.column.duration'),
      render: backup => <BackupDuration backup={backup} />,
    },
    {
      header: t('backups.column.expires'),
      render: backup => (
        <TimeText
          value={backup.expiresAt}
          missing={t('backups.unknownExpiry')}
          short
        />
      ),
    },
    {
      header: t('backups.column.problems'),
      render: backup => <BackupProblems backup={backup} />,
    },
    {
      header: t('backups.column.schedule'),
      render: backup => backup.schedule ?? t('backups.noSchedule'),
    },
    {
      header: t('backups.column.location'),
      render: backup => (
        <LocationText
          location={backup.location}
          missing={t('locations.unknownPlace')}
        />
      ),
    },
  ];
}
