import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ArtifactResource } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { SimpleColumn } from '../ui/SimpleTable';
import { ResourceAction } from './ResourceAction';

/** What a restore did stands only where at least one row says it. */
export function useContentsColumns(
  rows: ArtifactResource[],
): SimpleColumn<ArtifactResource>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const action: SimpleColumn<ArtifactResource> = {
    header: t('page.contents.column.action'),
    render: row => <ResourceAction action={row.action} />,
  };
  return [
    { header: t('page.contents.column.name'), render: row => row.name },
    {
      header: t('page.contents.column.namespace'),
      render: row => row.namespace ?? t('page.contents.noNamespace'),
    },
    {
      header: t('page.contents.column.kind'),
      render: row => row.groupVersionKind,
    },
    ...(rows.some(row => row.action) ? [action] : []),
  ];
}
