import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClaimedNamespace } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';

/** The short form of {@link OwnershipNotProven}, for a card. */
export function OwnershipSentence(props: { namespaces: ClaimedNamespace[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const count = props.namespaces.filter(({ proven }) => !proven).length;
  return count === 0 ? null : (
    <div>
      <StatusLabel tone="warning">{t('card.unproven', { count })}</StatusLabel>
    </div>
  );
}
