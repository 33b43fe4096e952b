import { useEffect, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { RunFiles } from '../../hooks/useRunFiles';
import { LogBuffer } from './LogBuffer';
import { LogLine } from './LogLine';
import { readLog } from './readLog';

/** How far a log has been read. */
export interface LogReading {
  /** `cut` when the backend could not give the rest. */
  state: 'reading' | 'complete' | 'cut' | 'failed';
  /** What is kept of it. */
  lines: LogLine[];
  /** How many lines there were so far. */
  total: number;
  /** Why it is cut. */
  reason?: string;
  /** Why it failed. */
  error?: Error;
}

const NOTHING: LogReading = { state: 'reading', lines: [], total: 0 };

/** Reads a log once; leaving the page ends it. */
export function useLog(key: string, files: Pick<RunFiles, 'log'>) {
  const [reading, setReading] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const open = useLatest(files.log);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const buffer = new LogBuffer();
    const show = (state: Omit<LogReading, 'lines' | 'total'>) => {
      if (!signal.aborted) {
        setReading({ ...state, lines: buffer.lines(), total: buffer.total });
      }
    };
    setReading(NOTHING);
    readLog({
      open: () => open.current({ signal }),
      onLine: text => buffer.add(text),
      onProgress: () => show({ state: 'reading' }),
      signal,
    }).then(
      reason => show({ state: reason ? 'cut' : 'complete', reason }),
      error => {
        show({ state: 'failed', error });
        controller.abort();
      },
    );
    return () => controller.abort();
  }, [key, attempt, open]);

  return { ...reading, retry: () => setAttempt(before => before + 1) };
}
