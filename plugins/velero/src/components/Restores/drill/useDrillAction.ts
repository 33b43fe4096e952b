import { useState } from 'react';

/** Something that somebody does, and what came of it. */
export interface DrillAction<T> {
  pending: boolean;
  /** Why the last attempt came to nothing, or is not known to have come to something. */
  error?: Error;
  result?: T;
  run(): Promise<void>;
}

/** Does something once at a time. Nothing cuts it short: what the backend has begun would go on anyway. */
export function useDrillAction<T>(options: {
  act(): Promise<T>;
  /** Called when it was done, and when it was not: either may have changed something. */
  onEnd(result?: T): void;
}): DrillAction<T> {
  const { act, onEnd } = options;
  const [state, setState] = useState<Omit<DrillAction<T>, 'run'>>({
    pending: false,
  });
  const run = async () => {
    setState({ pending: true });
    try {
      const result = await act();
      setState({ pending: false, result });
      onEnd(result);
    } catch (error) {
      setState({ pending: false, error: error as Error });
      onEnd();
    }
  };
  return { ...state, run };
}
