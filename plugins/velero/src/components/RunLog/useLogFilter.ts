import { useLocation, useSearchParams } from 'react-router-dom';
import { useSearchText } from '../../hooks/useSearchText';
import { isAtLeast, LogLevel, LogLine } from './LogLine';

/** The least level that can be chosen. */
export const LEVELS = [
  'debug',
  'warning',
  'error',
] as const satisfies LogLevel[];
type ChosenLevel = (typeof LEVELS)[number];

/** What the reader looks for in a log; it lives in the address. */
export interface LogFilter {
  level: ChosenLevel;
  text: string;
  wanted: string;
  setLevel(level: string): void;
  setText(text: string): void;
}

export function useLogFilter(): LogFilter {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const search = useSearchText('q');
  return {
    ...search,
    level: LEVELS.find(each => each === params.get('level')) ?? LEVELS[0],
    setLevel: level =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          after.set('level', level);
          return after;
        },
        { replace: true, state },
      ),
  };
}

export function matchesFilter(
  line: LogLine,
  { level, wanted }: Pick<LogFilter, 'level' | 'wanted'>,
): boolean {
  return (
    isAtLeast(line.level, level) &&
    (!wanted || line.text.toLowerCase().includes(wanted.toLowerCase()))
  );
}
