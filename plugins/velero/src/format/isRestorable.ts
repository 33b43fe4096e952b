import { BackupSummary } from 'backstage-plugin-velero-common';

/** True when something can be restored from a backup. */
export function isRestorable({
  lifecycle,
  outcome,
}: Pick<BackupSummary, 'lifecycle' | 'outcome'>): boolean {
  return (
    lifecycle === 'finished' && (outcome === 'ok' || outcome === 'partial')
  );
}
