import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreDetails, RunSpec } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { BackupDuration } from '../BackupList/BackupDuration';
import { BackupProblems } from '../BackupList/BackupProblems';
import { useTallyText } from '../BackupPage/useVolumeFacts';
import { RestoredNamespaces } from '../RestoreList/RestoredNamespaces';
import { RestoreStatus } from '../RestoreList/RestoreStatus';
import { Fact } from '../ui/FactList';
import { TimeText } from '../ui/TimeText';

/** How it went. */
export function useRestoreFacts(restore: RestoreDetails): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const tally = useTallyText();
  const { itemsDone, itemsTotal } = restore;
  return [
    {
      name: t('details.status'),
      value: (
        <RestoreStatus
          // Why it failed stands above.
          restore={{
            ...restore,
            failureReason: undefined,
            validationErrors: [],
          }}
        />
      ),
    },
    {
      name: t('details.problems'),
      value: <BackupProblems backup={restore} />,
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
    {
      name: t('restores.column.namespaces'),
      value: <RestoredNamespaces restore={restore} />,
    },
    { name: t('page.fact.csiTally'), value: tally(restore.csiSnapshots) },
    { name: t('page.fact.operations'), value: tally(restore.operations) },
  ];
}

/** When it began and ended. */
export function useRestoreTimeFacts(
  restore: RestoreDetails,
  spec: RunSpec,
): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { createdAt, startedAt, completedAt } = restore;
  const times = [
    [t('page.fact.created'), createdAt, t('details.unknown')],
    [t('details.started'), startedAt, t('backups.notStarted')],
    [t('details.completed'), completedAt, t('details.notCompleted')],
  ] as const;
  return [
    ...times.map(([name, value, missing]) => ({
      name,
      value: <TimeText value={value} missing={missing} />,
    })),
    {
      name: t('details.duration'),
      value: <BackupDuration backup={restore} />,
    },
    {
      name: t('page.fact.operationTimeout'),
      value: spec.itemOperationTimeout ?? t('page.defaultValue'),
    },
  ];
}
