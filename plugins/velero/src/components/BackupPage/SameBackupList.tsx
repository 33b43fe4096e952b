import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupDetails, BackupSummary } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { backupKeyToText } from '../../format/backupKey';
import { LiveQuery, useLiveQuery } from '../../hooks/useLiveQuery';
import { useRunPath } from '../../hooks/useRunPath';
import { veleroTranslationRef } from '../../translation';
import { BackupStatus } from '../BackupList/BackupStatus';
import { LiveTable } from '../ui/LiveTable';
import { LocationText } from '../ui/LocationText';
import { SimpleColumn } from '../ui/SimpleTable';

const LIMIT = 200;

interface SameBackupListProps {
  entityRef: string;
  backup: BackupDetails;
  version: number;
}

/** The objects of other clusters that stand for the same stored backup. */
export function SameBackupList(props: SameBackupListProps) {
  const { entityRef, backup, version } = props;
  const { name } = backup;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: JSON.stringify([entityRef, name]),
    version,
    load: signal =>
      api.getEntityBackups(entityRef, { name, limit: LIMIT }, { signal }),
  });
  return (
    <LiveTable
      title={t('page.related.same')}
      level={3}
      what={t('backups.noun')}
      label={t('page.related.same')}
      empty={t('page.related.noSame')}
      columns={useSameBackupColumns()}
      query={onlySame(query, backup)}
      rowKey={backupKeyToText}
    />
  );
}

/** Two backups of one name are the same only at the same place; without a place nobody can tell. */
function onlySame<T extends LiveQuery<{ items: BackupSummary[] }>>(
  query: T,
  backup: BackupDetails,
): T {
  const place = backup.location?.place;
  const items = query.value?.items.filter(
    other =>
      place !== undefined &&
      other.location?.place === place &&
      backupKeyToText(other) !== backupKeyToText(backup),
  );
  return {
    ...query,
    value: query.value && { ...query.value, items, totalItems: items?.length },
  };
}

function useSameBackupColumns(): SimpleColumn<BackupSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const pathOf = useRunPath('backup');
  return [
    {
      header: t('backups.column.cluster'),
      render: row => (
        <Link
          to={pathOf(row)}
          aria-label={t('backups.openDetails', {
            name: row.name,
            cluster: row.cluster,
          })}
        >
          {row.cluster}
        </Link>
      ),
    },
    {
      header: t('details.veleroNamespace'),
      render: row => row.veleroNamespace,
    },
    {
      header: t('backups.column.status'),
      render: row => <BackupStatus backup={row} />,
    },
    {
      header: t('backups.column.location'),
      render: row => (
        <LocationText
          location={row.location}
          missing={t('locations.unknownPlace')}
        />
      ),
    },
  ];
}
