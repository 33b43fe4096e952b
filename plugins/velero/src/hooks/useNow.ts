import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { useDocumentVisible } from './useDocumentVisible';

const TICK_MS = 30_000;

/** The present time, fresh enough for words such as "3 min ago". */
export function useNow(): number {
  const visible = useDocumentVisible();
  const [, setTick] = useState(0);
  useInterval(() => setTick(tick => tick + 1), visible ? TICK_MS : null);
  return Date.now();
}
