import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import { UnavailableNamespace } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Choice } from '../ui/Choice';

/** A namespace that cannot be chosen, and why. */
export function UnavailableNamespaceChoice(props: {
  id: string;
  owner: string;
  unavailable: UnavailableNamespace;
}) {
  const { id, owner, unavailable } = props;
  const { namespace, reason, owners = [], howToProve: command } = unavailable;
  const { t } = useTranslationRef(veleroTranslationRef);
  const words = t(`onboarding.clusters.unavailable.${reason}`, {
    owner,
    owners: owners.join(', '),
  });
  const wayOut = command && t('onboarding.clusters.howToProve', { command });
  return (
    <Choice
      disabled
      id={id}
      control={Checkbox}
      label={namespace}
      checked={false}
      hint={[words, wayOut].filter(Boolean).join(' ')}
      onChoose={() => {}}
    />
  );
}
