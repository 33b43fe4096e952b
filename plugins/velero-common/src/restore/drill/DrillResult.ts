/** What a drill has shown. @public */
export interface DrillResult {
  /** Velero completed without errors, something was restored, and the namespaces were there. */
  proven: boolean;
  /** Why it is not proven; empty when it is. */
  reasons: string[];
  /** True when only a part of the namespaces was asked for: then it is no proof of a service, either way. */
  narrow?: boolean;
  /** What the drill does not tell, whatever came of it. */
  limits: string[];
  /** Milliseconds from Velero's start to its completion; absent when it says neither. */
  duration?: number;
  /** ISO 8601 in UTC: when Velero was done, or the drill was over. */
  endedAt: string;
  itemsRestored: number;
  /** Objects of the namespaces in the backup. */
  itemsInBackup: number;
  warnings: number;
  errors: number;
}
