import {
  BackupDetails,
  BackupKey,
  Lifecycle,
  Outcome,
  RestoreDetails,
} from 'backstage-plugin-velero-common';
import { RunType } from '../../hooks/useRunPath';

/** A backup or restore, as far as the tabs that both have in common need to know it. */
export interface RunReference {
  type: RunType;
  key: BackupKey;
  lifecycle: Lifecycle;
  outcome?: Outcome;
  /** True when it also holds, or may hold, namespaces of others. */
  shared: boolean;
  failureReason?: string;
  validationErrors: string[];
}

export function referenceOf(
  type: RunType,
  run: BackupDetails | RestoreDetails,
): RunReference {
  const { cluster, veleroNamespace, name } = run;
  const { lifecycle, outcome, shared, failureReason, validationErrors } = run;
  return {
    type,
    key: { cluster, veleroNamespace, name },
    lifecycle,
    outcome,
    shared,
    failureReason,
    validationErrors,
  };
}
