import { Extent } from '../scope/Coverage';
import { ProtectionReason } from '../protection/ProtectionReason';
import { BackupKey, ClusterFreshness } from './types';

/**
 * Whether what an entity owns could be brought back.
 *
 * - `protected`: a good copy of all of it is young enough, and what makes the next one works
 * - `late`: the last good copy is older than the target
 * - `failing`: what makes copies does not work, or made none that is good
 * - `partial`: copies are young enough, but hold only a part
 * - `unprotected`: nothing makes copies
 * - `unknown`: the portal cannot tell, because its data is missing or out of date
 *
 * @public
 */
export type ProtectionState =
  | 'protected'
  | 'late'
  | 'failing'
  | 'partial'
  | 'unprotected'
  | 'unknown';

/** How old the last good copy may be. @public */
export interface ProtectionTarget {
  seconds: number;
  /** Who says so: the entity's annotation, the policy for its tier, or the schedule by its own interval. */
  source: 'annotation' | 'policy' | 'schedule';
}

/** A backup that is a good copy. @public */
export interface CopyReference extends BackupKey {
  /** When Velero began it: later changes are not in it. */
  startedAt: string;
  expiresAt?: string;
  schedule?: string;
  location?: string;
}

/** @public */
export interface NextRun {
  at: string;
  cluster: string;
  veleroNamespace: string;
  schedule: string;
}

/** A reason with its English sentence. @public */
export interface ToldReason {
  reason: ProtectionReason;
  sentence: string;
}

/** A schedule whose backups hold a namespace or a part of it. @public */
export interface CoveringSchedule {
  cluster: string;
  veleroNamespace: string;
  name: string;
  cron: string;
  /** How much of the namespace its backups hold. */
  extent: Extent;
  /** False when it makes no backups at present; the reasons say why. */
  active: boolean;
  /** What is wrong with it or missing in it. */
  reasons: ToldReason[];
  lastRunAt?: string;
  lastGoodCopyAt?: string;
  /** Present when it is active. */
  nextRunAt?: string;
}

/** What is said alike of one namespace and of all together. @public */
export interface ProtectionVerdict {
  state: ProtectionState;
  reason: ProtectionReason;
  /** In plain English. */
  sentence: string;
  lastGoodCopy?: CopyReference;
  ageSeconds?: number;
  target?: ProtectionTarget;
  nextRun?: NextRun;
}

/** @public */
export interface NamespaceProtection extends ProtectionVerdict {
  /** Absent when the claim holds for any cluster and none has proven it. */
  cluster?: string;
  namespace: string;
  coveredBy: CoveringSchedule[];
  /** What is missing, the weightiest first. */
  gaps: ToldReason[];
}

/** The answer to "am I protected?". The worst of the namespaces decides. @public */
export interface ProtectionResponse extends ProtectionVerdict {
  namespaces: NamespaceProtection[];
  clusters: ClusterFreshness[];
}

/** What became of the backups of a day. @public */
export type HistoryState = 'ok' | 'partial' | 'failed' | 'none' | 'unknown';

/** One day of the history, in UTC. @public */
export interface HistoryDay {
  /** As `2026-11-23`. */
  date: string;
  state: HistoryState;
  /** Number of backups by how they ended. */
  ok: number;
  partial: number;
  failed: number;
}

/** @public */
export interface HistoryResponse {
  /** The oldest first; the last one is today. */
  items: HistoryDay[];
  clusters: ClusterFreshness[];
}
