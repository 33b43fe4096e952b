import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupKey } from 'backstage-plugin-velero-common';
import { useRestorePaths } from '../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../translation';

/** Leads to where a restore is asked for; nothing in an app that has no such page. */
export function RequestRestoreButton(props: {
  entityRef: string;
  /** The restore point, where one is chosen already. */
  backup?: BackupKey;
}) {
  const { entityRef, backup } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const paths = useRestorePaths();
  return paths ? (
    <LinkButton
      to={paths.wizard({ entityRef, backup })}
      variant="outlined"
      color="primary"
    >
      {t('restoreWizard.button')}
    </LinkButton>
  ) : null;
}
