import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useLiveQuery } from './useLiveQuery';

/** As long as somebody types, nothing is asked. */
const PAUSE = 400;

export interface SettledQuery<TAnswer> {
  /** The answer to what is asked now; absent until it is there. */
  answer?: TAnswer;
  error?: Error;
  pending: boolean;
  retry(): void;
}

/** Asks about what is filled in, whenever that has changed and stays as it is for a moment. */
export function useSettledQuery<TQuestion, TAnswer>(options: {
  /** Absent while there is nothing to ask yet. */
  question: TQuestion | undefined;
  load(question: TQuestion, signal: AbortSignal): Promise<TAnswer>;
  timeLimitMs?: number;
}): SettledQuery<TAnswer> {
  const { question, load, timeLimitMs } = options;
  const wanted = question === undefined ? '' : JSON.stringify(question);
  const [key, setKey] = useState(wanted);
  useDebounce(() => setKey(wanted), PAUSE, [wanted]);
  const { value, error, outdated, retry } = useLiveQuery({
    key,
    version: 0,
    load: async signal => (key ? load(JSON.parse(key), signal) : undefined),
    timeLimitMs,
  });
  const isCurrent = key === wanted && !outdated;
  return {
    answer: isCurrent && !error ? value : undefined,
    error: isCurrent ? error : undefined,
    pending: wanted !== '' && !isCurrent,
    retry,
  };
}
