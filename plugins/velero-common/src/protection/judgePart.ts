import { Coverage, CoverageReason, Extent } from '../scope/Coverage';
import { intendedCoverageOf } from '../scope/coverageOf';
import { newestOf, Part, PartCopies } from './CopySet';
import { JudgedBackup } from './judgeBackup';
import { NamespaceView, Source } from './NamespaceView';
import { ProtectionReason } from './ProtectionReason';

/** How well a part of a namespace is taken care of, from the best to the worst. */
export const PART_STATES = [
  'kept',
  'missing',
  'pending',
  'late',
  'failing',
] as const;

export type PartState = (typeof PART_STATES)[number];

export interface PartVerdict {
  state: PartState;
  /** Which copies are judged: those of all of the part where something makes such. */
  extent: keyof PartCopies;
  /** What is wrong; empty when the part is kept whole. */
  reasons: ProtectionReason[];
  /** The age that is asked for, in milliseconds. */
  target?: number;
}

type SourceVerdict = Required<Omit<PartVerdict, 'extent'>>;

/** True when copies count although no schedule makes them: somebody has said how young they have to be. */
export function livesByHand(view: NamespaceView): boolean {
  return view.sources.length === 0 && view.target !== undefined;
}

/**
 * Judges a part of a namespace. One schedule that keeps its promise is enough; a copy that was made by hand is as good
 * while it is young.
 */
export function judgePart(part: Part, view: NamespaceView): PartVerdict {
  const extent = extentToJudge(part, view);
  const candidates = view.active.filter(
    ({ coverage }) => coverage[part] === 'full' || coverage[part] === extent,
  );
  const isMade = candidates.length > 0 || isMadeByHand(part, view);
  if (!isMade) {
    return { state: 'missing', extent, reasons: lacksOf(part, view) };
  }
  const verdict = bestOf(part, { view, extent, candidates });
  return verdict.state === 'kept' && extent === 'partial'
    ? { ...verdict, state: 'missing', extent, reasons: lacksOf(part, view) }
    : { ...verdict, extent };
}

function isMadeByHand(part: Part, view: NamespaceView): boolean {
  return livesByHand(view) && view.loose[part].partial !== undefined;
}

/** Where nothing holds all of the part, what holds some of it is judged alike, and the rest is missing. */
function extentToJudge(part: Part, view: NamespaceView): keyof PartCopies {
  const isFull = livesByHand(view)
    ? view.loose[part].full !== undefined
    : view.active.some(({ coverage }) => coverage[part] === 'full');
  return isFull ? 'full' : 'partial';
}

function bestOf(
  part: Part,
  options: {
    view: NamespaceView;
    extent: keyof PartCopies;
    candidates: Source[];
  },
): Omit<PartVerdict, 'extent'> {
  const { view, extent, candidates } = options;
  const verdicts = candidates.map(source =>
    judgeSource(source, source.copies[part][extent], view),
  );
  const target =
    targetOf(view) ?? Math.min(...verdicts.map(verdict => verdict.target));
  const kept = verdicts.filter(({ state }) => state === 'kept');
  if (kept.length > 0) {
    const shortest = Math.min(...kept.map(verdict => verdict.target));
    return { state: 'kept', reasons: [], target: shortest };
  }
  const loose = looseCopy(part, view, extent);
  if (loose && isYoung(loose, target, view)) {
    return { state: 'kept', reasons: [], target };
  }
  const worst = worstOf(verdicts, target);
  // A schedule that begins leaves an old copy as old as it is.
  return worst.state === 'pending' && loose
    ? { ...worst, state: 'late', reasons: [lateness(target), ...worst.reasons] }
    : worst;
}

/** A failure tells more than a delay, and a delay more than a beginning. */
function worstOf(verdicts: SourceVerdict[], target: number): SourceVerdict {
  const sorted = [...verdicts].sort(
    (a, b) => PART_STATES.indexOf(b.state) - PART_STATES.indexOf(a.state),
  );
  return {
    state: sorted[0]?.state ?? 'late',
    reasons:
      sorted.length > 0
        ? sorted.flatMap(({ reasons }) => reasons)
        : [lateness(target)],
    target,
  };
}

function judgeSource(
  source: Source,
  copy: JudgedBackup | undefined,
  view: NamespaceView,
): SourceVerdict {
  const { record, copies, patience } = source;
  const schedule = record.name;
  const target = targetOf(view) ?? patience;
  const { flaw } = copies.newest ?? {};
  if (flaw) {
    return { state: 'failing', reasons: [{ ...flaw, schedule }], target };
  }
  if (copy && isYoung(copy, target, view)) {
    return { state: 'kept', reasons: [], target };
  }
  const progress = progressOf(source);
  if (copy) {
    return { state: 'late', reasons: [lateness(target), ...progress], target };
  }
  return record.lastBackupAt && !source.isBusy
    ? {
        state: 'failing',
        reasons: [{ code: 'no-copy-left', schedule }],
        target,
      }
    : { state: 'pending', reasons: beginning(source), target };
}

/** What a schedule does about a copy that is too old. */
function progressOf({
  record,
  isBusy,
  overdueSince,
}: Source): ProtectionReason[] {
  const schedule = record.name;
  if (isBusy) {
    return [{ code: 'under-way', schedule }];
  }
  return overdueSince
    ? [{ code: 'overdue', schedule, since: overdueSince.toISOString() }]
    : [];
}

function beginning(source: Source): ProtectionReason[] {
  const schedule = source.record.name;
  const progress = progressOf(source);
  return source.isBusy
    ? progress
    : [{ code: 'never-ran', schedule }, ...progress];
}

function lateness(target: number): ProtectionReason {
  return { code: 'late', targetSeconds: Math.round(target / 1_000) };
}

function targetOf({ target }: NamespaceView): number | undefined {
  return target && target.seconds * 1_000;
}

/** Copies of schedules that rest are as good as those that were made by hand. */
function looseCopy(
  part: Part,
  { loose, sources }: NamespaceView,
  extent: keyof PartCopies,
): JudgedBackup | undefined {
  const resting = sources.filter(({ stops }) => stops.length > 0);
  return newestOf([
    loose[part][extent],
    ...resting.map(({ copies }) => copies[part][extent]),
  ]);
}

function isYoung(
  { time }: JudgedBackup,
  target: number,
  { now }: NamespaceView,
): boolean {
  return now.getTime() - time <= target;
}

const OF_VOLUMES = ['volumes-off', 'volumes-unreachable', 'volumes-by-policy'];

/** What is lacking to hold all of a part: in the schedules that work, or in the last copy that was made by hand. */
function lacksOf(part: Part, view: NamespaceView): ProtectionReason[] {
  const lacks = ({ reasons, [part]: extent }: Coverage) =>
    reasons.filter(reason => concerns(part, extent, reason));
  if (livesByHand(view)) {
    const { objects, volumes } = view.loose;
    const { scope } = (objects.partial ?? volumes.partial)?.record ?? {};
    return scope ? lacks(intendedCoverageOf(scope, view.namespace)) : [];
  }
  return view.active.flatMap(({ record, coverage }) =>
    lacks(coverage).map(reason => ({ ...reason, schedule: record.name })),
  );
}

function concerns(part: Part, extent: Extent, { code }: CoverageReason) {
  const isOfKinds = code === 'only-kinds' || code === 'without-kinds';
  const isOfVolumes = OF_VOLUMES.includes(code);
  return extent !== 'full' && !(part === 'objects' ? isOfVolumes : isOfKinds);
}
