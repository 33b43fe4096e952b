import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { isRestorable } from '../../format/isRestorable';
import { useRestorePaths } from '../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../translation';

/** Leads from a restore point to where a restore of it is asked for. */
export function RestoreFromLink(props: { backup: BackupSummary }) {
  const { backup } = props;
  const { name, cluster } = backup;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { entity } = useEntity();
  const paths = useRestorePaths();
  if (!paths || !isRestorable(backup)) {
    return null;
  }
  const entityRef = stringifyEntityRef(entity);
  return (
    <Link
      to={paths.wizard({ entityRef, backup })}
      aria-label={t('restoreWizard.fromHereLabel', { name, cluster })}
    >
      {t('restoreWizard.fromHere')}
    </Link>
  );
}
