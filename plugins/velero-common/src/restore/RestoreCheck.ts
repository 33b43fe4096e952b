/** What is looked at; stable, for programs. @public */
export type RestoreCheckId =
  | 'policy'
  | 'approvals'
  | 'backup'
  | 'backup-age'
  | 'location'
  | 'tenant-storage'
  | 'cluster'
  | 'server-version'
  | 'source'
  | 'target'
  | 'other-cluster'
  | 'whole-backup'
  | 'contents'
  | 'kinds'
  | 'cluster-scoped'
  | 'volumes'
  | 'existing'
  | 'existing-objects'
  | 'quota'
  | 'storage-classes'
  | 'hosts'
  | 'node-selectors'
  | 'hooks'
  | 'modifier'
  | 'gitops'
  | 'drill'
  | 'limits'
  | 'quiet-hours';

/** `stop` refuses the restore; `warn` is to be known before. @public */
export type CheckLevel = 'ok' | 'warn' | 'stop';

/** One thing that was looked at, in words. @public */
export interface RestoreCheck {
  id: RestoreCheckId;
  level: CheckLevel;
  /** The namespace, kind or cluster that it is about, where there may be several. */
  subject?: string;
  message: string;
  /** What to do. */
  remedy?: string;
}

export function ok(
  id: RestoreCheckId,
  message: string,
  subject?: string,
): RestoreCheck {
  return { id, level: 'ok', message, ...(subject && { subject }) };
}

export function warn(
  id: RestoreCheckId,
  message: string,
  options: Pick<RestoreCheck, 'subject' | 'remedy'> = {},
): RestoreCheck {
  return { id, level: 'warn', message, ...options };
}

export function stop(
  id: RestoreCheckId,
  message: string,
  remedy: string,
  subject?: string,
): RestoreCheck {
  return { id, level: 'stop', message, remedy, ...(subject && { subject }) };
}
