import { ClusterState } from '../api/types';
import { CoverageReason } from '../scope/Coverage';

/**
 * Why a schedule makes no backups.
 *
 * @public
 */
export type StopReason =
  | { code: 'paused' }
  | { code: 'schedule-invalid'; problem: string }
  /** Velero makes backups of it, and each ends `FailedValidation`. */
  | { code: 'template-invalid'; problem: string }
  | { code: 'never-due'; cron: string }
  /** Velero has not looked at it, although it had the time. */
  | { code: 'not-accepted' }
  | { code: 'name-too-long' }
  | { code: 'location-missing'; location: string }
  | { code: 'location-unavailable'; location: string; message?: string }
  | { code: 'location-unchecked'; location: string }
  | { code: 'location-read-only'; location: string }
  /** An object that Velero cannot read stops its whole server. */
  | {
      code: 'velero-stopped';
      kind: string;
      name: string;
      problem: string;
      hint?: string;
    };

/**
 * Why a finished backup is no good copy.
 *
 * @public
 */
export type FlawReason =
  | { code: 'backup-partial'; backup: string; errors?: number }
  | { code: 'backup-failed'; backup: string; message?: string }
  | { code: 'backup-invalid'; backup: string; message?: string }
  | { code: 'backup-empty'; backup: string }
  /** It says that it begins in the future, so nobody knows how old it is. */
  | { code: 'backup-in-future'; backup: string; startedAt: string }
  | { code: 'backup-out-of-reach'; backup: string; location: string };

/** What is said of a schedule. @public */
export type ScheduleReason = (StopReason | FlawReason | CoverageReason) & {
  schedule: string;
};

/**
 * Why a namespace is in its state, or what is missing to its protection. Codes and parameters are for programs and
 * translations; `sentenceOfReason` says them in English.
 *
 * @public
 */
export type ProtectionReason =
  | { code: 'in-time' }
  | { code: 'late'; targetSeconds: number }
  | { code: 'no-copy-left'; schedule: string }
  | { code: 'never-ran'; schedule: string }
  | { code: 'overdue'; schedule: string; since: string }
  /** A backup of it waits or runs. */
  | { code: 'under-way'; schedule: string }
  | { code: 'nothing-covers' }
  /** There are copies, but nothing makes new ones. */
  | { code: 'no-schedule' }
  | { code: 'not-installed'; cluster: string }
  | { code: 'not-proven'; namespace: string }
  | { code: 'nothing-claimed' }
  | { code: 'cluster-unregistered'; cluster: string }
  | {
      code: 'cluster-not-live';
      cluster: string;
      state: ClusterState;
      since?: string;
    }
  | {
      code: 'target-unreadable';
      source: string;
      problem: string;
      hint?: string;
    }
  | StopReason
  | FlawReason
  | CoverageReason
  | ScheduleReason;
