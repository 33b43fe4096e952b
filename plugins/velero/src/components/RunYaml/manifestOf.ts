import {
  BackupDetails,
  RestoreDetails,
  Tally,
} from 'backstage-plugin-velero-common';
import { RunType } from '../../hooks/useRunPath';

type Run = BackupDetails | RestoreDetails;

const KINDS = { backup: 'Backup', restore: 'Restore' };

/** Puts what the backend gives of an object into the order and the words of Velero. What is absent stays away. */
export function manifestOf(type: RunType, run: Run): object {
  return {
    apiVersion: 'velero.io/v1',
    kind: KINDS[type],
    metadata: {
      name: run.name,
      namespace: run.veleroNamespace,
      ...present({
        uid: run.uid,
        creationTimestamp: run.createdAt,
        labels: unlessEmpty(run.labels),
        annotations:
          'annotations' in run ? unlessEmpty(run.annotations) : undefined,
      }),
    },
    spec: run.spec,
    status: present({
      phase: run.phase || undefined,
      startTimestamp: run.startedAt,
      completionTimestamp: run.completedAt,
      ...('expiresAt' in run && { expiration: run.expiresAt }),
      ...('formatVersion' in run && { formatVersion: run.formatVersion }),
      progress: progressOf(type, run),
      errors: run.errors,
      warnings: run.warnings,
      failureReason: run.failureReason,
      validationErrors:
        run.validationErrors.length > 0 ? run.validationErrors : undefined,
      ...talliesOf(type, run),
    }),
  };
}

function progressOf(type: RunType, { itemsDone, itemsTotal }: Run) {
  const done = type === 'backup' ? 'itemsBackedUp' : 'itemsRestored';
  return unlessEmpty(present({ [done]: itemsDone, totalItems: itemsTotal }));
}

function talliesOf(type: RunType, run: Run) {
  const { nativeSnapshots, csiSnapshots, operations, hooks } = run;
  return {
    ...named('volumeSnapshots', nativeSnapshots),
    ...named('csiVolumeSnapshots', csiSnapshots),
    ...named(`${type}ItemOperations`, operations),
    hookStatus:
      hooks &&
      present({ hooksAttempted: hooks.attempted, hooksFailed: hooks.failed }),
  };
}

function named(prefix: string, tally: Tally | undefined) {
  return {
    [`${prefix}Attempted`]: tally?.attempted,
    [`${prefix}Completed`]: tally?.completed,
    [`${prefix}Failed`]: tally?.failed,
  };
}

function present(entries: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  );
}

function unlessEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
