/** How much of something a backup holds. @public */
export type Extent = 'full' | 'partial' | 'none';

/**
 * Why a backup does not hold all of a namespace.
 *
 * @public
 */
export type CoverageReason =
  | { code: 'not-included' }
  | { code: 'excluded'; pattern: string }
  /** Velero refuses the spec. */
  | { code: 'spec-invalid'; problem: string }
  /** The portal does not hold the spec, because it is too large or odd. */
  | { code: 'spec-unknown' }
  | { code: 'by-label'; selectors: string[] }
  | { code: 'only-kinds'; kinds: string[] }
  | { code: 'without-kinds'; kinds: string[] }
  | { code: 'cluster-kinds-only' }
  /** Neither snapshots nor copies of files are asked for. */
  | { code: 'volumes-off' }
  /** Volumes are asked for, but not the kinds that lead to them. */
  | { code: 'volumes-unreachable'; kinds: string[] }
  /** A ConfigMap decides which volumes are taken. */
  | { code: 'volumes-by-policy'; policy: string };

/**
 * How much of a namespace a backup holds, or a schedule's backups will hold.
 *
 * @public
 */
export interface Coverage {
  /** `full` only when both parts are. */
  extent: Extent;
  /** The objects of the API. */
  objects: Extent;
  /** What is in the volumes. */
  volumes: Extent;
  /** Why it is not full. */
  reasons: CoverageReason[];
}
