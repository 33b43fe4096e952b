import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { reasonOf } from '../../format/reasonOf';
import { statusCodeOf } from '../../hooks/isDefinitiveError';
import { veleroTranslationRef } from '../../translation';
import { Notice } from '../ui/Notice';

/** Says why there is no backup, or that nobody knows whether there is one. */
export function CreationError(props: { error: Error }) {
  const { error } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const kind = kindOf(error);
  return (
    <Notice
      tone={kind === 'refused' ? 'error' : 'warning'}
      title={t(`backupNow.error.${kind}`)}
    >
      {reasonOf(error)}
    </Notice>
  );
}

function kindOf(error: Error) {
  switch (statusCodeOf(error)) {
    // Also what a proxy before the backend, or the network, leaves open.
    case undefined:
    case 504:
      return 'notKnown';
    case 429:
      return 'limit';
    default:
      return 'refused';
  }
}
