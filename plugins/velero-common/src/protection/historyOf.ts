import { HistoryDay, HistoryResponse, HistoryState } from '../api/protection';
import { ClusterFreshness } from '../api/types';
import { DayTally } from './DayTally';
import { isMadeHere } from './judgeBackup';
import { BackupRecord } from './records';

const DAY = 86_400_000;

/** The longest strip that is made. @public */
export const MAXIMUM_HISTORY_DAYS = 90;

/** What is known of a cluster's past. @public */
export interface ClusterHistoryRecord {
  freshness: ClusterFreshness;
  backups: BackupRecord[];
}

/** @public */
export interface HistoryInput {
  /** Those that are proven. */
  namespaces: Array<{ cluster: string; namespace: string }>;
  clusters: ClusterHistoryRecord[];
  /** From 1 to 90; 30 by default. */
  days?: number;
  now: Date;
}

/**
 * Makes the strip of days: what became of the backups that began on each, in UTC. A day is `ok` when each namespace got
 * good copies that make a whole, whatever failed beside. Days whose end the portal did not see are `unknown`.
 *
 * @public
 */
export function historyOf(input: HistoryInput): HistoryResponse {
  const days = Math.min(input.days ?? 30, MAXIMUM_HISTORY_DAYS);
  const first = dayOf(input.now) - days + 1;
  const pasts = pastsOf(input);
  const items = Array.from({ length: days }, (_, i): HistoryDay => {
    const tallies = pasts.map(past => past.on(first + i));
    return {
      date: new Date((first + i) * DAY).toISOString().slice(0, 10),
      state: stateOf(tallies.flatMap(tally => tally.states())),
      ok: sum(tallies, 'ok'),
      partial: sum(tallies, 'partial'),
      failed: sum(tallies, 'failed'),
    };
  });
  return {
    items,
    clusters: input.clusters.map(({ freshness }) => freshness),
  };
}

interface ClusterPast {
  on(day: number): DayTally;
}

function pastsOf({ namespaces, clusters, now }: HistoryInput): ClusterPast[] {
  const names = new Set(namespaces.map(({ cluster }) => cluster));
  return [...names].map(name => {
    const own = namespaces
      .filter(({ cluster }) => cluster === name)
      .map(({ namespace }) => namespace);
    const record = clusters.find(({ freshness }) => freshness.name === name);
    return pastOf(record, own, now);
  });
}

function pastOf(
  record: ClusterHistoryRecord | undefined,
  namespaces: string[],
  now: Date,
): ClusterPast {
  const end = endOfKnowledge(record?.freshness, now);
  const tallies = new Map<number, DayTally>();
  const on = (day: number) =>
    tallies.get(day) ?? new DayTally(namespaces, day < end);
  for (const backup of record?.backups ?? []) {
    const day = dayOf(new Date(backup.startedAt ?? backup.createdAt ?? ''));
    if (isMadeHere(backup) && !Number.isNaN(day)) {
      tallies.set(day, on(day).add(backup));
    }
  }
  return { on };
}

/** The first day of which the end was not seen; today counts as seen while the cluster is watched. */
function endOfKnowledge(
  freshness: ClusterFreshness | undefined,
  now: Date,
): number {
  const { state, staleSince, syncedAt } = freshness ?? {};
  if (state === 'live' || state === 'not-installed') {
    return dayOf(now) + 1;
  }
  const seen = dayOf(new Date(staleSince ?? syncedAt ?? ''));
  return Number.isNaN(seen) ? -Infinity : seen;
}

/** What all namespaces share is the state of the day; a mixture is partial. */
function stateOf(states: HistoryState[]): HistoryState {
  const [first = 'none', ...others] = new Set(states);
  if (others.length === 0) {
    return first;
  }
  return states.includes('unknown') ? 'unknown' : 'partial';
}

function sum(tallies: DayTally[], key: 'ok' | 'partial' | 'failed'): number {
  return tallies.reduce((total, tally) => total + tally.counts[key], 0);
}

function dayOf(time: Date): number {
  return Math.floor(time.getTime() / DAY);
}
