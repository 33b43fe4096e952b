import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import { ClaimedNamespace } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Choice } from '../ui/Choice';
import { ChoiceGroup } from '../ui/ChoiceGroup';
import { BackupForm } from './useBackupForm';

/** Which namespaces; those that cannot be chosen say why. */
export function NamespaceChoice(props: {
  form: BackupForm;
  claimed: ClaimedNamespace[];
}) {
  const { form, claimed } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { cluster, namespaces } = form.server;
  const unproven = claimed
    .filter(claim => !claim.proven && (claim.cluster ?? cluster) === cluster)
    .map(({ namespace, problem }) => ({
      namespace,
      problem: problem ?? t('backupNow.unproven'),
    }));
  const isNoneChosen = form.namespaces.length === 0;
  return (
    <ChoiceGroup
      title={t('backupNow.namespaces', { cluster })}
      problem={isNoneChosen ? t('backupNow.noNamespace') : undefined}
    >
      {[...namespaces, ...unproven].map(({ namespace, problem }) => (
        <Choice
          key={namespace}
          id={`velero-backup-now-namespace-${namespace}`}
          control={Checkbox}
          label={namespace}
          checked={form.namespaces.includes(namespace)}
          disabled={problem !== undefined}
          hint={problem}
          onChoose={() => form.toggleNamespace(namespace)}
        />
      ))}
    </ChoiceGroup>
  );
}
