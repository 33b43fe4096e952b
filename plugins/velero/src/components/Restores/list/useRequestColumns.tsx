import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RestoreRequestSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { SimpleColumn } from '../../ui/SimpleTable';
import { TimeText } from '../../ui/TimeText';
import { RestoreStateLabel } from '../RestoreStateLabel';
import { RequestName } from './RequestName';

export function useRequestColumns(): SimpleColumn<RestoreRequestSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      header: t('restoreRequest.column.what'),
      render: row => <RequestName request={row} />,
    },
    {
      header: t('restoreRequest.column.state'),
      render: row => <RestoreStateLabel state={row.state} />,
    },
    {
      header: t('restoreRequest.column.requester'),
      render: row => <EntityRefLink entityRef={row.requester} />,
    },
    {
      header: t('restoreRequest.column.entity'),
      render: ({ entityRef }) =>
        entityRef ? (
          <EntityRefLink entityRef={entityRef} />
        ) : (
          t('restoreRequest.noEntity')
        ),
    },
    {
      header: t('restoreRequest.column.created'),
      render: row => <TimeText value={row.createdAt} missing="" />,
    },
    {
      header: t('restoreRequest.column.due'),
      render: row => (
        <TimeText value={row.dueAt} missing={t('restoreRequest.noTime')} />
      ),
    },
  ];
}
