import { wait } from '../lib/wait';

/** When a list-watch does what. Durations are milliseconds unless they say otherwise. */
export interface ListWatchTiming {
  now(): number;
  /** A number from 0 up to 1. */
  random(): number;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** After how many seconds the server ends a watch; spread, so that not all watches end together. */
  watchSeconds: Range;
  /** A watch that ends sooner than this without having told anything counts as a failure. */
  shortWatch: number;
  /**
   * A watch that lived this long and told nothing, not even a bookmark, may wait for a resource version that the cluster
   * will not reach for ages: its database may have been restored.
   */
  fruitlessWatch: number;
  /** Bounds of the exponential backoff. */
  backoff: Range;
  /** How often to ask again when the cluster does not let the portal in or does not have the resource. */
  refusedInterval: number;
  /** How long a streamed list may go without telling anything. */
  listSilence: number;
  /** The least time between two lists because a position was lost. */
  relistInterval: number;
  /** After which time everything is listed again, to find what the watch may have missed. */
  verifyAfter: Range;
  /** The least time between two positions told for changes. */
  positionInterval: number;
}

export interface Range {
  min: number;
  max: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const DEFAULT_TIMING: ListWatchTiming = {
  now: Date.now,
  random: Math.random,
  wait,
  watchSeconds: { min: 300, max: 600 },
  shortWatch: SECOND,
  fruitlessWatch: 75 * SECOND,
  backoff: { min: SECOND, max: MINUTE },
  refusedInterval: MINUTE,
  listSilence: 30 * SECOND,
  relistInterval: MINUTE,
  verifyAfter: { min: 6 * HOUR, max: 12 * HOUR },
  positionInterval: SECOND,
};

export function between({ min, max }: Range, random: () => number): number {
  return min + random() * (max - min);
}
