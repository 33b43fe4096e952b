import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { KindFate } from 'backstage-plugin-velero-common';
import { formatCount } from '../../../format/formatCount';
import { veleroTranslationRef } from '../../../translation';
import { SimpleTable } from '../../ui/SimpleTable';

/** What is in the backup, by kind, and what becomes of it. */
export function KindFateTable(props: { kinds: KindFate[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <SimpleTable
      label={t('restoreWizard.what.contentsOf')}
      columns={[
        {
          header: t('restoreWizard.what.kind'),
          render: ({ resource, groupVersionKind }) =>
            resource ?? groupVersionKind,
        },
        {
          header: t('restoreWizard.what.count'),
          render: ({ count }) => formatCount(count),
        },
        {
          header: t('restoreWizard.what.fate'),
          render: ({ left }) =>
            left
              ? t(`restoreWizard.left.${left}`)
              : t('restoreWizard.what.restored'),
        },
      ]}
      rows={props.kinds}
      rowKey={({ groupVersionKind }) => groupVersionKind}
    />
  );
}
