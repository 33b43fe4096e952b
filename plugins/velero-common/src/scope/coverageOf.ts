import {
  excludingPattern,
  selectsNamespace,
} from '../velero/namespaceSelection';
import { BackupScope } from './BackupScope';
import { Coverage, CoverageReason, Extent } from './Coverage';
import { excludesAll, isOpen, missedKinds, takesKind } from './kindList';

interface Part {
  extent: Extent;
  reasons: CoverageReason[];
}

/**
 * Tells how much of a namespace a backup of this scope holds. What cannot be decided from the spec alone, as which
 * objects carry a label, is `partial`.
 *
 * @public
 */
export function coverageOf(scope: BackupScope, namespace: string): Coverage {
  const { problem } = scope;
  return problem
    ? nothing({ code: 'spec-invalid', problem })
    : intendedCoverageOf(scope, namespace);
}

/** As `coverageOf`, but leaves aside that Velero may refuse the spec: tells whom a broken schedule was meant for. */
export function intendedCoverageOf(
  scope: BackupScope,
  namespace: string,
): Coverage {
  const obstacle = obstacleOf(scope, namespace);
  if (obstacle) {
    return nothing(obstacle);
  }
  const narrowing = narrowingOf(scope);
  const objects = narrowed(objectsOf(scope), narrowing);
  const volumes = narrowed(volumesOf(scope), narrowing);
  return {
    extent: extentOf(objects.extent, volumes.extent),
    objects: objects.extent,
    volumes: volumes.extent,
    reasons: [...narrowing, ...objects.reasons, ...volumes.reasons],
  };
}

function nothing(reason: CoverageReason): Coverage {
  return {
    extent: 'none',
    objects: 'none',
    volumes: 'none',
    reasons: [reason],
  };
}

function obstacleOf(
  { namespaces, kinds }: BackupScope,
  namespace: string,
): CoverageReason | undefined {
  const pattern = excludingPattern(namespaces, namespace);
  if (pattern !== undefined) {
    return { code: 'excluded', pattern };
  }
  if (!selectsNamespace(namespaces, namespace)) {
    return { code: 'not-included' };
  }
  return excludesAll(kinds) ? { code: 'cluster-kinds-only' } : undefined;
}

/** What narrows objects and volumes alike. */
function narrowingOf({ known, selectors }: BackupScope): CoverageReason[] {
  if (!known) {
    return [{ code: 'spec-unknown' }];
  }
  return selectors.length > 0 ? [{ code: 'by-label', selectors }] : [];
}

function narrowed(part: Part, narrowing: CoverageReason[]): Part {
  return part.extent === 'full' && narrowing.length > 0
    ? { ...part, extent: 'partial' }
    : part;
}

function objectsOf({ kinds }: BackupScope): Part {
  if (!isOpen(kinds)) {
    const reason = { code: 'only-kinds', kinds: kinds.included } as const;
    return { extent: 'partial', reasons: [reason] };
  }
  const missed = missedKinds(kinds);
  return missed.length > 0
    ? { extent: 'partial', reasons: [{ code: 'without-kinds', kinds: missed }] }
    : { extent: 'full', reasons: [] };
}

function volumesOf(scope: BackupScope): Part {
  if (!scope.copiesFiles && !scope.snapshots) {
    return { extent: 'none', reasons: [{ code: 'volumes-off' }] };
  }
  const missing = missingLinks(scope);
  if (missing.length > 0) {
    const reason = { code: 'volumes-unreachable', kinds: missing } as const;
    return { extent: 'none', reasons: [reason] };
  }
  const { volumePolicy: policy } = scope;
  return policy
    ? { extent: 'partial', reasons: [{ code: 'volumes-by-policy', policy }] }
    : { extent: 'full', reasons: [] };
}

/** Kinds without which no volume is taken: files are found by pods, snapshots by claims and their volumes. */
function missingLinks(scope: BackupScope): string[] {
  const { kinds, clusterKinds, snapshots, movesData, copiesFiles } = scope;
  const claims = takesKind(kinds, 'persistentvolumeclaims')
    ? []
    : ['persistentvolumeclaims'];
  const pods = takesKind(kinds, 'pods') ? [] : ['pods'];
  const volumes =
    movesData || takesKind(clusterKinds, 'persistentvolumes')
      ? []
      : ['persistentvolumes'];
  const ways = [
    ...(copiesFiles ? [[...pods, ...claims]] : []),
    ...(snapshots ? [[...claims, ...volumes]] : []),
  ];
  return ways.reduce((a, b) => (b.length < a.length ? b : a));
}

function extentOf(objects: Extent, volumes: Extent): Extent {
  return objects === 'full' && volumes === 'full' ? 'full' : 'partial';
}
