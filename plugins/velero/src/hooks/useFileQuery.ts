import { useState } from 'react';
import { LiveQuery, useLiveQuery } from './useLiveQuery';

/** More than the backend takes until it gives up and says why: Velero has to sign a link, and a store to be read. */
const TIME_LIMIT_MS = 75_000;

interface FileQueryOptions<T> {
  /** Names what is asked for; a new key is a new question. */
  key: string;
  load(signal: AbortSignal): Promise<T>;
}

/** Asks once for a file of a finished backup or restore, which changes no more; a retry shows that it is under way. */
export function useFileQuery<T>(options: FileQueryOptions<T>): LiveQuery<T> {
  const { key, load } = options;
  const [attempt, setAttempt] = useState(0);
  const query = useLiveQuery({
    key: JSON.stringify([key, attempt]),
    version: 0,
    load,
    timeLimitMs: TIME_LIMIT_MS,
  });
  return { ...query, retry: () => setAttempt(before => before + 1) };
}
