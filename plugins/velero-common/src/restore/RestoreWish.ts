import { BackupKey } from '../api/types';

/** A namespace as it is named in the backup, and the one that it is restored to. @public */
export interface RestorePair {
  source: string;
  target: string;
}

/**
 * What somebody wants back. Velero's spec is built from it by the server; nothing in it is handed on as it is.
 *
 * @public
 */
export interface RestoreWish {
  /** The backup as the cluster knows it that is restored in, also when another cluster made it. */
  backup: BackupKey;
  /** 1 to 20 pairs; empty only for a whole backup. */
  namespaces: RestorePair[];
  /**
   * Restores into scratch namespaces that the server names, to see whether it can be done, and removes them again.
   * Whoever asks names no targets then.
   */
  drill?: boolean;
  /** All that is in the backup; the name of the backup, typed by whoever asks. */
  wholeBackup?: string;
  /** `none` leaves out claims, their volumes, and the pods that would have data written to them. */
  volumes: 'restore' | 'none';
  /** What happens to objects that are there: they stay as they are, or Velero tries to change them. */
  existing: 'none' | 'update';
  /** Only these kinds, as `configmaps` or `deployments.apps`. */
  kinds?: string[];
  /** Only objects that have all of these labels. */
  labels?: Record<string, string>;
  /** Name of a ConfigMap with resource modifiers, beside Velero. */
  modifier?: string;
  /** Why, in the requester's words. */
  reason: string;
  /** Number or address of a ticket. */
  ticket?: string;
}

/** A wish of which it need not be said yet why: what would come of it does not depend on that. @public */
export type PreviewedWish = Omit<RestoreWish, 'reason'> &
  Partial<Pick<RestoreWish, 'reason'>>;
