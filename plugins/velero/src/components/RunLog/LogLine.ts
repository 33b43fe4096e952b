/** How grave a line is, from 0 for what only developers of Velero read. */
export type LogLevel = 'debug' | 'info' | 'warning' | 'error';

/** One line of a log, as it came. */
export interface LogLine {
  /** From 1. */
  number: number;
  level: LogLevel;
  text: string;
}

/** The levels of Velero's logger, which is logrus. */
const levels: Record<string, LogLevel> = {
  trace: 'debug',
  debug: 'debug',
  info: 'info',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
  fatal: 'error',
  panic: 'error',
};

const ORDER: LogLevel[] = ['debug', 'info', 'warning', 'error'];

const LEVEL = /\blevel="?(\w+)/;

/** Lines that say no level are told apart from those that do, but never from all. */
export function levelOf(text: string): LogLevel {
  return levels[LEVEL.exec(text.slice(0, 200))?.[1] ?? ''] ?? 'info';
}

export function isAtLeast(level: LogLevel, least: LogLevel): boolean {
  return ORDER.indexOf(level) >= ORDER.indexOf(least);
}
