import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupDetails } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { backupKeyToText } from '../../format/backupKey';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { useRestoreColumns } from '../RestoreList/useRestoreColumns';
import { LiveTable } from '../ui/LiveTable';

const LIMIT = 200;

interface RestoresOfBackupProps {
  entityRef: string;
  backup: BackupDetails;
  version: number;
}

/** The restores that were made from a backup. */
export function RestoresOfBackup(props: RestoresOfBackupProps) {
  const { entityRef, backup, version } = props;
  const { name, cluster } = backup;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: JSON.stringify([entityRef, cluster, name]),
    version,
    load: signal =>
      api.getEntityRestores(
        entityRef,
        { backup: name, cluster, limit: LIMIT },
        { signal },
      ),
  });
  return (
    <LiveTable
      title={t('page.related.restores')}
      level={3}
      what={t('restores.noun')}
      label={t('page.related.restores')}
      empty={t('page.related.noRestores')}
      columns={useRestoreColumns()}
      query={query}
      rowKey={backupKeyToText}
    />
  );
}
