import { meaningOfPhase } from '../velero/phase';
import { isEmpty, isSynced, timeOfBackup } from '../velero/backup';
import { selectsOthersThan } from '../velero/namespaceSelection';
import { LocationLookup } from './LocationLookup';
import { FlawReason } from './ProtectionReason';
import { BackupRecord } from './records';

/** How far the clocks of a cluster and the portal may be apart, in milliseconds. */
const CLOCK_TOLERANCE = 10 * 60_000;

/** A finished backup that counts as a run. */
export interface JudgedBackup {
  record: BackupRecord;
  /** When Velero began, in milliseconds. */
  time: number;
  /** Why it is no good copy; absent for one that is. */
  flaw?: FlawReason;
}

/** What backups of a cluster are judged by. */
export interface BackupContext {
  locations: LocationLookup;
  /** The namespaces of the cluster that may be told of. */
  namespaces: string[];
  now: Date;
}

/**
 * Judges a backup. One that is unfinished, being deleted, expired or made by another cluster counts for nothing, and
 * gives `undefined`.
 */
export function judgeBackup(
  record: BackupRecord,
  context: BackupContext,
): JudgedBackup | undefined {
  const time = Date.parse(timeOfBackup(record) ?? '');
  const { lifecycle } = meaningOfPhase(record.phase);
  const counts =
    lifecycle === 'finished' &&
    !Number.isNaN(time) &&
    !isExpired(record, context.now) &&
    isMadeHere(record);
  return counts
    ? {
        record,
        time,
        flaw: futureFlaw(record, time, context.now) ?? flawOf(record, context),
      }
    : undefined;
}

/** No age can be told from such a time, and it would stay young for as long as the clock was wrong. */
function futureFlaw(
  { name: backup }: BackupRecord,
  time: number,
  now: Date,
): FlawReason | undefined {
  return time > now.getTime() + CLOCK_TOLERANCE
    ? {
        code: 'backup-in-future',
        backup,
        startedAt: new Date(time).toISOString(),
      }
    : undefined;
}

function isExpired({ expiresAt }: BackupRecord, now: Date): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime();
}

/**
 * Where two clusters write to one place, only the object tells who made the backup: the one that Velero found in the
 * store is younger than the backup itself.
 */
export function isMadeHere(record: BackupRecord): boolean {
  const { origin } = record;
  return origin === 'unknown' ? !isSynced(record) : origin === 'this-cluster';
}

function flawOf(
  record: BackupRecord,
  { locations, namespaces }: BackupContext,
): FlawReason | undefined {
  const { name: backup, phase, errors } = record;
  switch (meaningOfPhase(phase).outcome) {
    case 'partial':
      return { code: 'backup-partial', backup, ...(errors && { errors }) };
    case 'failed':
      return withMessage(
        'backup-failed',
        backup,
        failureOf(record, namespaces),
      );
    case 'invalid':
      return withMessage('backup-invalid', backup, invalidityOf(record));
    default:
      return isEmpty(record)
        ? { code: 'backup-empty', backup }
        : reachFlaw(record, locations);
  }
}

function withMessage(
  code: 'backup-failed' | 'backup-invalid',
  backup: string,
  message: string | undefined,
): FlawReason {
  return { code, backup, ...(message && { message }) };
}

/** Velero's words about a backup that also holds namespaces of others may name what is theirs. */
function failureOf(
  { scope, failureReason }: BackupRecord,
  namespaces: string[],
): string | undefined {
  return selectsOthersThan(scope.namespaces, namespaces)
    ? undefined
    : failureReason;
}

/** Velero quotes the namespace that it objects to, which may be somebody else's. */
function invalidityOf({ validationErrors }: BackupRecord): string | undefined {
  return validationErrors[0]?.replace(
    /^(Invalid included\/excluded namespace lists):.*$/s,
    '$1',
  );
}

function reachFlaw(
  record: BackupRecord,
  locations: LocationLookup,
): FlawReason | undefined {
  const { veleroNamespace, location = '' } = record;
  return locations.find(veleroNamespace, location)?.phase === 'Available'
    ? undefined
    : { code: 'backup-out-of-reach', backup: record.name, location };
}
