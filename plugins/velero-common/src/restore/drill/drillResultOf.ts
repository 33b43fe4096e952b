import { RestoreRequestOutcome } from '../../api/restoreRequests';
import { RestoreState } from '../restoreStates';
import { RestoreWish } from '../RestoreWish';
import { DrillContents } from './DrillContents';
import { DrillResult } from './DrillResult';

/**
 * Judges what came of a drill.
 *
 * @param options - `unseen` are the scratch namespaces that nobody has seen; `now` is in ISO 8601
 * @public
 */
export function drillResultOf(options: {
  state: RestoreState;
  outcome: RestoreRequestOutcome;
  wish: Pick<RestoreWish, 'kinds' | 'labels' | 'volumes'>;
  contents: DrillContents;
  unseen: string[];
  now: string;
}): DrillResult {
  const { outcome, wish, contents, now } = options;
  const { startedAt, completedAt } = outcome;
  const reasons = reasonsOf(options);
  const narrowing = narrowingOf(wish);
  return {
    proven: reasons.length === 0,
    reasons,
    ...(narrowing.length > 0 && { narrow: true }),
    limits: [...narrowing, ...limitsOf(contents)],
    ...(startedAt &&
      completedAt && {
        duration: Date.parse(completedAt) - Date.parse(startedAt),
      }),
    endedAt: completedAt ?? now,
    itemsRestored: outcome.itemsDone ?? 0,
    itemsInBackup: contents.inBackup,
    warnings: outcome.warnings ?? 0,
    errors: outcome.errors ?? 0,
  };
}

function reasonsOf({
  state,
  outcome,
  unseen,
}: Parameters<typeof drillResultOf>[0]): string[] {
  const { phase, message, errors = 0, itemsDone = 0 } = outcome;
  return [
    ...(state === 'succeeded'
      ? []
      : [
          [`Velero ended it as ${phase ?? state}`, message]
            .filter(Boolean)
            .join(': '),
        ]),
    ...(errors > 0 ? [`Velero counts ${errors} errors`] : []),
    ...(itemsDone > 0 ? [] : ['Nothing was restored']),
    ...unseen.map(name => `Namespace '${name}' was never seen`),
  ];
}

/** What whoever asked for it left out. */
function narrowingOf({
  kinds,
  labels,
  volumes,
}: Pick<RestoreWish, 'kinds' | 'labels' | 'volumes'>): string[] {
  const pairs = Object.entries(labels ?? {});
  return [
    ...(kinds ? [`Only these kinds were asked for: ${listOf(kinds)}`] : []),
    ...(pairs.length > 0
      ? [
          `Only objects with these labels were asked for: ${listOf(
            pairs.map(([key, value]) => `${key}=${value}`),
          )}`,
        ]
      : []),
    ...(volumes === 'none'
      ? ['Not whether volumes come back: they were left out by choice']
      : []),
  ];
}

function limitsOf({ left, emptyClaims }: DrillContents): string[] {
  const inert = left.filter(({ because }) => because === 'drill');
  return [
    ...(inert.length > 0
      ? [
          `Not whether it runs: ${listOf(
            inert.map(({ kind, count }) => `${count} of ${kind}`),
          )} were left out, as a drill runs nothing`,
        ]
      : []),
    ...(emptyClaims === undefined
      ? ['Not whether the data of volumes comes back: it is not known of them']
      : []),
    ...(emptyClaims && emptyClaims.length > 0
      ? [
          `Not whether the data of volumes comes back that is written through pods, or was not saved: ${listOf(
            emptyClaims,
          )}`,
        ]
      : []),
  ];
}

/** Entries that are named; of more there are too many to read. */
const MAXIMUM_NAMED = 10;

function listOf(texts: string[]): string {
  const more = texts.length - MAXIMUM_NAMED;
  return [
    ...texts.slice(0, MAXIMUM_NAMED),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
}
