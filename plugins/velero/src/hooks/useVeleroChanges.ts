import { useSignal } from '@backstage/plugin-signals-react';
import { VELERO_CHANGES_CHANNEL } from 'backstage-plugin-velero-common';
import { useCallback, useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import useThrottle from 'react-use/esm/useThrottle';
import useUpdateEffect from 'react-use/esm/useUpdateEffect';
import { useDocumentVisible } from './useDocumentVisible';

const THROTTLE_MS = 2_000;
const POLL_MS = 15_000;
/** Signals of another replica of the backend are lost when the events backend is not installed. */
const POLL_BESIDE_SIGNALS_MS = 60_000;

/**
 * A number that is raised whenever the store behind our API may have changed: on a signal, by polling where signals
 * are not available, and when the reader comes back to the page. It rests while nobody looks.
 */
export function useVeleroChanges(): number {
  const [version, setVersion] = useState(0);
  const raise = useCallback(() => setVersion(before => before + 1), []);
  const visible = useDocumentVisible();
  const { lastSignal, isSignalsAvailable } = useSignal(VELERO_CHANGES_CHANNEL);
  const signal = useThrottle(lastSignal, THROTTLE_MS);
  const pollMs = isSignalsAvailable ? POLL_BESIDE_SIGNALS_MS : POLL_MS;

  useInterval(raise, visible ? pollMs : null);
  useUpdateEffect(() => {
    if (visible) {
      raise();
    }
  }, [signal, visible, raise]);
  return version;
}
