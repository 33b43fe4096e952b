import { ProtectionState } from '../api/protection';
import { newestOf, Part, PartCopies, PARTS } from './CopySet';
import { JudgedBackup } from './judgeBackup';
import {
  judgePart,
  livesByHand,
  PART_STATES,
  PartState,
  PartVerdict,
} from './judgePart';
import { NamespaceView } from './NamespaceView';
import { ProtectionReason } from './ProtectionReason';
import { stopReasonOf } from './stopReasonsOf';

/** What the rules say of a namespace whose cluster is known. */
export interface Judgement {
  state: ProtectionState;
  reason: ProtectionReason;
  /** Everything that is wrong, the weightiest first. */
  gaps: ProtectionReason[];
  /** The age that is asked for, in milliseconds. */
  target?: number;
  /** The newest state to which the namespace could be brought back. */
  copy?: JudgedBackup;
}

/** Judges a namespace by what is known of its cluster. */
export function judgeNamespace(view: NamespaceView): Judgement {
  const verdicts = PARTS.map(part => judgePart(part, view));
  const target = targetOf(view, verdicts);
  const copy = copyOf(view, verdicts);
  const [state, reasons] = stateOf(view, verdicts, copy);
  const gaps = unique([...reasons, ...standstills(view), ...failures(view)]);
  return {
    state,
    reason: reasons[0] ?? { code: 'in-time' },
    gaps,
    ...(target !== undefined && { target }),
    ...(copy && { copy }),
  };
}

function stateOf(
  view: NamespaceView,
  verdicts: PartVerdict[],
  copy: JudgedBackup | undefined,
): [ProtectionState, ProtectionReason[]] {
  if (view.cluster.record.freshness.state === 'not-installed') {
    const cluster = view.cluster.record.freshness.name;
    return ['unprotected', [{ code: 'not-installed', cluster }]];
  }
  if (view.active.length === 0) {
    return idleState(view, verdicts, copy);
  }
  return workingState(verdicts, copy);
}

/** Nothing makes copies at present. */
function idleState(
  view: NamespaceView,
  verdicts: PartVerdict[],
  copy: JudgedBackup | undefined,
): [ProtectionState, ProtectionReason[]] {
  if (view.sources.length > 0) {
    const stops = standstills(view);
    const isBroken = stops.some(({ code }) => code !== 'paused');
    return [isBroken ? 'failing' : 'unprotected', stops];
  }
  if (!copy) {
    const { flaw } = view.loose.newest ?? {};
    const flaws = flaw ? [flaw] : [];
    const nothing = { code: 'nothing-covers' } as const;
    return ['unprotected', [nothing, ...flaws, ...leftOut(view)]];
  }
  if (!livesByHand(view)) {
    return ['unprotected', [{ code: 'no-schedule' }, ...leftOut(view)]];
  }
  const [culprit] = view.cluster.record.stopping;
  return culprit
    ? ['failing', [stopReasonOf(culprit)]]
    : workingState(verdicts, copy);
}

function workingState(
  verdicts: PartVerdict[],
  copy: JudgedBackup | undefined,
): [ProtectionState, ProtectionReason[]] {
  const worst = [...verdicts].sort((a, b) => rankOf(b) - rankOf(a));
  const reasons = worst.flatMap(verdict => verdict.reasons);
  return [stateOfPart(worst[0].state, copy), reasons];
}

function stateOfPart(
  state: PartState,
  copy: JudgedBackup | undefined,
): ProtectionState {
  switch (state) {
    case 'kept':
      return 'protected';
    case 'missing':
      return 'partial';
    case 'pending':
      return copy ? 'partial' : 'unprotected';
    default:
      return state;
  }
}

function rankOf({ state }: PartVerdict): number {
  return PART_STATES.indexOf(state);
}

/** Why schedules that are meant for the namespace make no backups; what is broken comes before what is paused. */
function standstills({ sources }: NamespaceView): ProtectionReason[] {
  const stops = sources.flatMap(({ record, stops: reasons }) =>
    reasons.map(reason => ({ ...reason, schedule: record.name })),
  );
  return stops.sort(
    (a, b) => Number(a.code === 'paused') - Number(b.code === 'paused'),
  );
}

/** What went wrong with schedules, even where others keep the namespace protected. */
function failures({ active }: NamespaceView): ProtectionReason[] {
  return active.flatMap(({ record, copies }) =>
    copies.newest?.flaw
      ? [{ ...copies.newest.flaw, schedule: record.name }]
      : [],
  );
}

function leftOut(view: NamespaceView): ProtectionReason[] {
  return view.leftOut.map(({ schedule, reason }) => ({ ...reason, schedule }));
}

/** The parts may come from two backups; what is asked of the more patient one is asked of both. */
function targetOf(
  { target }: NamespaceView,
  verdicts: PartVerdict[],
): number | undefined {
  const targets = verdicts.flatMap(verdict => verdict.target ?? []);
  if (target) {
    return target.seconds * 1_000;
  }
  return targets.length > 0 ? Math.max(...targets) : undefined;
}

/** Where objects and volumes come from two backups, the older one counts. */
function copyOf(
  view: NamespaceView,
  verdicts: PartVerdict[],
): JudgedBackup | undefined {
  const sets = [view.loose, ...view.sources.map(({ copies }) => copies)];
  const newest = (part: Part, extent: keyof PartCopies) =>
    newestOf(sets.map(set => set[part][extent]));
  // What nothing makes any more is no measure for what is made.
  const isOpen = view.active.length === 0;
  const [objects, volumes] = PARTS.map((part, i) =>
    isOpen || verdicts[i].extent === 'full' ? newest(part, 'full') : undefined,
  );
  if (objects && volumes) {
    return objects.time < volumes.time ? objects : volumes;
  }
  return (
    objects ?? newest('objects', 'partial') ?? newest('volumes', 'partial')
  );
}

function unique(reasons: ProtectionReason[]): ProtectionReason[] {
  const byText = new Map(
    reasons.map(reason => [JSON.stringify(reason), reason]),
  );
  return [...byText.values()];
}
