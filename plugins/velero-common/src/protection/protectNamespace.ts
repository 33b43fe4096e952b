import {
  CopyReference,
  CoveringSchedule,
  NamespaceProtection,
  NextRun,
  ProtectionTarget,
  ToldReason,
} from '../api/protection';
import { ClusterFreshness } from '../api/types';
import { ClusterOutlook } from './ClusterOutlook';
import { newestOf } from './CopySet';
import { JudgedBackup } from './judgeBackup';
import { judgeNamespace, Judgement } from './judgeNamespace';
import { NamespaceView, namespaceViewOf, Source } from './NamespaceView';
import { ProtectionReason } from './ProtectionReason';
import { sentenceOfReason } from './sentenceOfReason';
import { sentenceOfNamespace } from './sentenceOfNamespace';

/** Tells how one namespace in one cluster is protected. */
export function protectNamespace(options: {
  cluster: ClusterOutlook;
  namespace: string;
  now: Date;
  target?: ProtectionTarget;
  targetProblem?: ProtectionReason;
}): NamespaceProtection {
  const view = namespaceViewOf(options);
  const known = judgeNamespace(view);
  const { freshness } = view.cluster.record;
  const doubt = doubtOf(freshness);
  const facts = factsOf(view, known);
  const problems = options.targetProblem ? [options.targetProblem] : [];
  const gaps = [
    ...(doubt ? [doubt] : []),
    // That nothing is seen tells nothing while nobody looks.
    ...known.gaps.filter(({ code }) => !doubt || code !== 'nothing-covers'),
    ...problems,
  ];
  const verdict = {
    state: doubt ? 'unknown' : known.state,
    reason: doubt ?? known.reason,
    ...facts,
  } as const;
  return {
    ...verdict,
    cluster: freshness.name,
    namespace: options.namespace,
    sentence: sentenceOfNamespace({ verdict, known, now: options.now }),
    coveredBy: view.sources.map(source => coveringScheduleOf(source, view)),
    gaps: gaps.map(told),
  };
}

/** The answer for a namespace of which nothing may be told or is known. */
export function unknownNamespace(
  place: { cluster?: string; namespace: string },
  reason: ProtectionReason,
): NamespaceProtection {
  return {
    ...place,
    state: 'unknown',
    reason,
    sentence: `Unknown. ${sentenceOfReason(reason)}`,
    coveredBy: [],
    gaps: [told(reason)],
  };
}

/** Data that may be out of date must not make anybody feel safe. */
function doubtOf(freshness: ClusterFreshness): ProtectionReason | undefined {
  const { name, state, staleSince } = freshness;
  if (state === 'live' || state === 'not-installed') {
    return undefined;
  }
  return {
    code: 'cluster-not-live',
    cluster: name,
    state,
    ...(staleSince && { since: staleSince }),
  };
}

type Facts = Pick<
  NamespaceProtection,
  'lastGoodCopy' | 'ageSeconds' | 'target' | 'nextRun'
>;

function factsOf(view: NamespaceView, known: Judgement): Facts {
  const { copy } = known;
  const target = reportedTarget(view, known);
  const nextRun = nextRunOf(view);
  return {
    ...(copy && {
      lastGoodCopy: referenceOf(copy, view),
      ageSeconds: Math.max(
        0,
        Math.floor((view.now.getTime() - copy.time) / 1_000),
      ),
    }),
    ...(target && { target }),
    ...(nextRun && { nextRun }),
  };
}

function reportedTarget(
  view: NamespaceView,
  known: Judgement,
): ProtectionTarget | undefined {
  return (
    view.target ??
    (known.target
      ? { seconds: Math.round(known.target / 1_000), source: 'schedule' }
      : undefined)
  );
}

function referenceOf(
  { record, time }: JudgedBackup,
  view: NamespaceView,
): CopyReference {
  const { veleroNamespace, name, expiresAt, schedule, location } = record;
  return {
    cluster: view.cluster.record.freshness.name,
    veleroNamespace,
    name,
    startedAt: new Date(time).toISOString(),
    ...(expiresAt && { expiresAt }),
    ...(schedule && { schedule }),
    ...(location && { location }),
  };
}

function nextRunOf({ active, cluster }: NamespaceView): NextRun | undefined {
  const [first] = active
    .flatMap(({ nextRun, record }) => (nextRun ? [{ nextRun, record }] : []))
    .sort((a, b) => a.nextRun.getTime() - b.nextRun.getTime());
  return (
    first && {
      at: first.nextRun.toISOString(),
      cluster: cluster.record.freshness.name,
      veleroNamespace: first.record.veleroNamespace,
      schedule: first.record.name,
    }
  );
}

function coveringScheduleOf(
  source: Source,
  view: NamespaceView,
): CoveringSchedule {
  const { record, coverage, stops, copies, nextRun, overdueSince } = source;
  const schedule = record.name;
  const since = overdueSince?.toISOString();
  const flaw = copies.newest?.flaw;
  const reasons: ProtectionReason[] = [
    ...stops.map(stop => ({ ...stop, schedule })),
    ...(flaw ? [{ ...flaw, schedule }] : []),
    ...(since ? [{ code: 'overdue' as const, schedule, since }] : []),
    ...coverage.reasons.map(reason => ({ ...reason, schedule })),
  ];
  const good = newestOf([copies.objects.partial, copies.volumes.partial]);
  const lastRunAt = record.lastBackupAt ?? timeOf(copies.newest);
  return {
    cluster: view.cluster.record.freshness.name,
    veleroNamespace: record.veleroNamespace,
    name: schedule,
    cron: record.cron,
    extent: coverage.extent,
    active: stops.length === 0,
    reasons: reasons.map(told),
    ...(lastRunAt && { lastRunAt }),
    ...(good && { lastGoodCopyAt: timeOf(good) }),
    ...(nextRun && { nextRunAt: nextRun.toISOString() }),
  };
}

function timeOf(backup: JudgedBackup | undefined): string | undefined {
  return backup && new Date(backup.time).toISOString();
}

function told(reason: ProtectionReason): ToldReason {
  return { reason, sentence: sentenceOfReason(reason) };
}
