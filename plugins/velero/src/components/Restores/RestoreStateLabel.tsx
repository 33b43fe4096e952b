import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreState } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel, Tone } from '../ui/StatusLabel';

export const toneOfRestoreState: Record<RestoreState, Tone> = {
  pending: 'waiting',
  approved: 'waiting',
  submitting: 'running',
  running: 'running',
  succeeded: 'ok',
  'partially-failed': 'warning',
  failed: 'error',
  rejected: 'neutral',
  cancelled: 'neutral',
  expired: 'neutral',
  stale: 'warning',
  unknown: 'error',
};

/** Where a request stands. */
export function RestoreStateLabel(props: { state: RestoreState }) {
  const { state } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <StatusLabel tone={toneOfRestoreState[state]}>
      {t(`restoreRequest.state.${state}`)}
    </StatusLabel>
  );
}
