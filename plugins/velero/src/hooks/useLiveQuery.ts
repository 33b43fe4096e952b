import { useCallback, useEffect, useRef, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import useUpdateEffect from 'react-use/esm/useUpdateEffect';
import { isDefinitiveError } from './isDefinitiveError';
import { Refresher } from './Refresher';

interface LiveQueryOptions<T> {
  /** Names what is asked for; a new key is a new question. */
  key: string;
  /** Raised whenever the answer may have changed. */
  version: number;
  load(signal: AbortSignal): Promise<T>;
  /** How long an answer may take; half a minute where nothing is said. */
  timeLimitMs?: number;
}

export interface LiveQuery<T> {
  /** The last good answer; while a new question is on its way, the answer to the one before. */
  value?: T;
  /** Why the last attempt failed. */
  error?: Error;
  /** True until there is either an answer or an error. */
  loading: boolean;
  /** True while `value` still answers the question before. */
  outdated: boolean;
  /** When `value` arrived. */
  updatedAt?: number;
  retry(): void;
}

interface State<T> {
  key?: string;
  value?: T;
  error?: Error;
  updatedAt?: number;
}

/** Asks, keeps the answer on screen while asking again, and keeps it when asking again fails. */
export function useLiveQuery<T>(options: LiveQueryOptions<T>): LiveQuery<T> {
  const { key, version, timeLimitMs } = options;
  const [state, setState] = useState<State<T>>({});
  const load = useLatest(options.load);
  const refresher = useRef<Refresher<T>>();

  useEffect(() => {
    const current = new Refresher<T>({
      load: signal => load.current(signal),
      timeLimitMs,
      onValue: value => setState({ key, value, updatedAt: Date.now() }),
      onError: error => setState(before => afterError(before, key, error)),
    });
    refresher.current = current;
    current.request();
    return () => current.stop();
  }, [key, load, timeLimitMs]);

  const retry = useCallback(() => refresher.current?.request(), []);
  useUpdateEffect(retry, [version]);

  const outdated = state.key !== key;
  return {
    value: state.value,
    error: outdated ? undefined : state.error,
    loading: outdated && state.value === undefined,
    outdated,
    updatedAt: state.updatedAt,
    retry,
  };
}

function afterError<T>(before: State<T>, key: string, error: Error): State<T> {
  return before.key === key && !isDefinitiveError(error)
    ? { ...before, error }
    : { key, error };
}
