import { BackupSummary } from 'backstage-plugin-velero-common';

/** Whether a backup that has ended is as good as wanted. */
export function willDo(
  { outcome }: Pick<BackupSummary, 'outcome'>,
  acceptPartiallyFailed: boolean,
): boolean {
  return outcome === 'ok' || (outcome === 'partial' && acceptPartiallyFailed);
}
