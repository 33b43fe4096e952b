import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupDetails, RunSpec } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { BackupDuration } from '../BackupList/BackupDuration';
import { BackupProblems } from '../BackupList/BackupProblems';
import { BackupStatus } from '../BackupList/BackupStatus';
import { Fact } from '../ui/FactList';
import { LocationText } from '../ui/LocationText';
import { TimeText } from '../ui/TimeText';

/** How it went. */
export function useResultFacts(backup: BackupDetails): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { itemsDone, itemsTotal } = backup;
  return [
    {
      name: t('details.status'),
      value: <BackupStatus backup={backup} />,
    },
    {
      name: t('details.problems'),
      value: <BackupProblems backup={backup} />,
    },
    {
      name: t('details.items'),
      value:
        itemsTotal === undefined
          ? t('details.unknown')
          : t('backups.progress', {
              done: String(itemsDone ?? 0),
              total: String(itemsTotal),
            }),
    },
    { name: t('details.namespaces'), value: backup.namespaces.join(', ') },
    {
      name: t('details.shared'),
      value: backup.shared ? t('details.sharedYes') : t('details.sharedNo'),
    },
  ];
}

/** When it began and ended, and how long things may take and stay. */
export function useTimeFacts(backup: BackupDetails, spec: RunSpec): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      name: t('page.fact.created'),
      value: (
        <TimeText value={backup.createdAt} missing={t('details.unknown')} />
      ),
    },
    {
      name: t('details.started'),
      value: (
        <TimeText value={backup.startedAt} missing={t('backups.notStarted')} />
      ),
    },
    {
      name: t('details.completed'),
      value: (
        <TimeText
          value={backup.completedAt}
          missing={t('details.notCompleted')}
        />
      ),
    },
    {
      name: t('details.duration'),
      value: <BackupDuration backup={backup} />,
    },
    {
      name: t('details.expires'),
      value: (
        <TimeText
          value={backup.expiresAt}
          missing={t('backups.unknownExpiry')}
        />
      ),
    },
    { name: t('details.ttl'), value: backup.ttl ?? t('details.unknown') },
    {
      name: t('page.fact.csiTimeout'),
      value: spec.csiSnapshotTimeout ?? t('page.defaultValue'),
    },
    {
      name: t('page.fact.operationTimeout'),
      value: spec.itemOperationTimeout ?? t('page.defaultValue'),
    },
  ];
}

/** Where it lies, and who made it. */
export function usePlaceFacts(backup: BackupDetails): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    { name: t('details.cluster'), value: backup.cluster },
    { name: t('details.veleroNamespace'), value: backup.veleroNamespace },
    { name: t('details.origin'), value: useOriginText(backup) },
    {
      name: t('details.schedule'),
      value: backup.schedule ?? t('backups.noSchedule'),
    },
    {
      name: t('details.location'),
      value: (
        <LocationText
          location={backup.location}
          missing={t('details.unknown')}
        />
      ),
    },
    {
      name: t('page.fact.formatVersion'),
      value: backup.formatVersion ?? t('details.unknown'),
    },
    { name: t('page.fact.uid'), value: backup.uid ?? t('details.unknown') },
  ];
}

function useOriginText(backup: BackupDetails): string {
  const { t } = useTranslationRef(veleroTranslationRef);
  switch (backup.origin) {
    case 'this-cluster':
      return t('details.originHere');
    case 'other-cluster':
      return backup.originCluster
        ? t('backups.madeBy', { cluster: backup.originCluster })
        : t('backups.madeElsewhere');
    default:
      return t('details.unknown');
  }
}
