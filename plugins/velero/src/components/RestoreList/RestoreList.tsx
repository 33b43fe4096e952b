import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityResponse, RestoreSummary } from 'backstage-plugin-velero-common';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { LiveTable } from '../ui/LiveTable';
import { useRestoreColumns } from './useRestoreColumns';

/** The newest restores that read or wrote namespaces of an entity. */
export function RestoreList(props: {
  query: LiveQuery<EntityResponse<RestoreSummary>>;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <LiveTable
      title={t('restores.title')}
      what={t('restores.noun')}
      label={t('restores.caption')}
      empty={t('restores.empty')}
      columns={useRestoreColumns()}
      query={props.query}
      rowKey={row => `${row.cluster}/${row.veleroNamespace}/${row.name}`}
    />
  );
}
