import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';

/** The short form of {@link OwnershipNotProven}, for a card. Says nothing when all are proven. */
export function OwnershipSentence(props: { count: number }) {
  const { count } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return count === 0 ? null : (
    <div>
      <StatusLabel tone="warning">{t('card.unproven', { count })}</StatusLabel>
    </div>
  );
}
