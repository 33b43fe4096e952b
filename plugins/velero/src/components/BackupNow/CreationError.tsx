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
  const status = statusCodeOf(error);
  if (status === 429) {
    return 'limit';
  }
  const refused = status !== undefined && status >= 400 && status < 500;
  return refused || saysThatNothingWasMade(error) ? 'refused' : 'notKnown';
}

/** A failure with no reason of the backend's may be one of a proxy or the network, after the request had arrived. */
function saysThatNothingWasMade({ cause }: { cause?: unknown }): boolean {
  const { name, reason } = (cause ?? {}) as { name?: string; reason?: string };
  return name === 'OperationError' && !!reason && reason !== 'not-known';
}
