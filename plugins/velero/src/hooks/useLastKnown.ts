import { useRef } from 'react';

/** Keeps what was known last while it is asked for anew, so that choices do not come and go. */
export function useLastKnown<T>(value: T | undefined): T | undefined {
  const known = useRef<T>();
  if (value !== undefined) {
    known.current = value;
  }
  return known.current;
}
