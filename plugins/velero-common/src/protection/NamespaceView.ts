import { ProtectionTarget } from '../api/protection';
import { Coverage, CoverageReason } from '../scope/Coverage';
import { intendedCoverageOf } from '../scope/coverageOf';
import { ClusterOutlook, keyOf } from './ClusterOutlook';
import { CopySet, copySetOf } from './CopySet';
import { ScheduleOutlook } from './ScheduleOutlook';

/** A schedule that takes care of a namespace, with what it has made of it. */
export interface Source extends ScheduleOutlook {
  coverage: Coverage;
  copies: CopySet;
}

/** All that bears on the protection of one namespace in one cluster. */
export interface NamespaceView {
  cluster: ClusterOutlook;
  namespace: string;
  now: Date;
  /** What the entity's owners or the policy ask for. */
  target?: ProtectionTarget;
  /** Schedules that are meant for the namespace, working or not. */
  sources: Source[];
  /** Those of them that work. */
  active: Source[];
  /** Copies that belong to no schedule. */
  loose: CopySet;
  /** Schedules that would take the namespace, had their templates not left it out. */
  leftOut: Array<{ schedule: string; reason: CoverageReason }>;
}

const ALL = { objects: 'full', volumes: 'full' } as const;

/** Gathers what bears on the protection of a namespace. */
export function namespaceViewOf(options: {
  cluster: ClusterOutlook;
  namespace: string;
  now: Date;
  target?: ProtectionTarget;
}): NamespaceView {
  const { cluster, namespace } = options;
  const sources: Source[] = [];
  const leftOut: NamespaceView['leftOut'] = [];
  for (const schedule of cluster.schedules) {
    const coverage = intendedCoverageOf(schedule.record.scope, namespace);
    if (coverage.extent !== 'none') {
      sources.push(sourceOf({ schedule, coverage, cluster, namespace }));
    } else if (coverage.reasons[0].code !== 'not-included') {
      const reason = coverage.reasons[0];
      leftOut.push({ schedule: schedule.record.name, reason });
    }
  }
  sources.sort(byWorth);
  return {
    ...options,
    sources,
    active: sources.filter(({ stops }) => stops.length === 0),
    loose: copySetOf(cluster.loose, namespace, ALL),
    leftOut,
  };
}

function sourceOf(options: {
  schedule: ScheduleOutlook;
  coverage: Coverage;
  cluster: ClusterOutlook;
  namespace: string;
}): Source {
  const { schedule, coverage, cluster, namespace } = options;
  const runs = cluster.runs.get(keyOf(schedule.record)) ?? [];
  return {
    ...schedule,
    coverage,
    copies: copySetOf(runs, namespace, coverage),
  };
}

/** Working ones first, then those that hold all, then by name. */
function byWorth(a: Source, b: Source): number {
  return (
    Number(a.stops.length > 0) - Number(b.stops.length > 0) ||
    Number(a.coverage.extent !== 'full') -
      Number(b.coverage.extent !== 'full') ||
    a.record.name.localeCompare(b.record.name)
  );
}
