import { ClusterState } from '../api/types';
import { exactPhrase, listPhrase, quotedWords } from './phrases';
import { ProtectionReason } from './ProtectionReason';

type Code = ProtectionReason['code'];
type ReasonOf<TCode extends Code> = Extract<ProtectionReason, { code: TCode }>;
type Sentences = { [TCode in Code]: (reason: ReasonOf<TCode>) => string };

const STATES: Record<ClusterState, string> = {
  live: 'is watched',
  syncing: 'is being read for the first time',
  stale: 'is not watched at the moment',
  unreachable: 'cannot be reached',
  unauthorized: 'refuses the credential of the portal',
  forbidden: 'denies the portal a right',
  'not-installed': 'has no Velero',
};

const SENTENCES: Sentences = {
  'in-time': () => 'The last good copy is young enough.',
  late: ({ targetSeconds }) =>
    `The last good copy is older than ${exactPhrase(targetSeconds)}.`,
  'no-copy-left': ({ schedule }) =>
    `Schedule ${schedule} has run, but no copy of it is left.`,
  'never-ran': ({ schedule }) => `Schedule ${schedule} has never run.`,
  overdue: ({ schedule, since }) =>
    `Schedule ${schedule} should have run at ${stamp(since)}.`,
  'under-way': ({ schedule }) =>
    `A backup of schedule ${schedule} is under way.`,
  'nothing-covers': () => 'Nothing backs it up.',
  'no-schedule': () => 'No schedule makes new copies of it.',
  'not-installed': ({ cluster }) => `Cluster ${cluster} has no Velero.`,
  'not-proven': ({ namespace }) =>
    `Nobody has confirmed yet that namespace ${namespace} belongs here.`,
  'nothing-claimed': () => 'No namespace is claimed.',
  'cluster-unregistered': ({ cluster }) =>
    `The portal knows no cluster ${cluster}.`,
  'cluster-not-live': ({ cluster, state, since }) =>
    `Cluster ${cluster} ${STATES[state]}${
      since ? `, since ${stamp(since)}` : ''
    }.`,
  'target-unreadable': ({ source, problem, hint }) =>
    `The target in ${source} cannot be read: ${problem}${hintText(hint)}.`,
  paused: reason => `${subject(reason)} is paused.`,
  'schedule-invalid': reason =>
    `${subject(reason)} is refused by Velero: ${quotedWords(reason.problem)}.`,
  'template-invalid': reason =>
    `Each backup of ${object(reason)} is refused by Velero: ${quotedWords(
      reason.problem,
    )}.`,
  'never-due': reason =>
    `${subject(reason)} is for a day that never comes: ${reason.cron}.`,
  'not-accepted': reason =>
    `Velero has not looked at ${object(
      reason,
    )}; its server may not be running.`,
  'name-too-long': reason =>
    `${subject(
      reason,
    )} can make no backups, because its name has more than 63 characters.`,
  'location-missing': reason =>
    `${subject(reason)} writes to the storage location ${
      reason.location
    }, which does not exist.`,
  'location-unavailable': reason =>
    `${subject(reason)} cannot write, because the storage location ${
      reason.location
    } is unavailable${
      reason.message ? `: ${quotedWords(reason.message)}` : ''
    }.`,
  'location-unchecked': reason =>
    `${subject(
      reason,
    )} cannot write, because Velero has not checked the storage location ${
      reason.location
    } yet.`,
  'location-read-only': reason =>
    `${subject(reason)} cannot write, because the storage location ${
      reason.location
    } is read-only.`,
  'velero-stopped': ({ kind, name, problem, hint }) =>
    `All backups of this Velero stand still: ${kind} ${name} holds a duration that Velero cannot read (${problem}${hintText(
      hint,
    )}).`,
  'backup-partial': ({ backup, errors }) =>
    `Backup ${backup} ended with gaps${
      errors ? ` (${errors} error${errors === 1 ? '' : 's'})` : ''
    }.`,
  'backup-failed': ({ backup, message }) =>
    `Backup ${backup} failed${wordsAfter(message)}.`,
  'backup-invalid': ({ backup, message }) =>
    `Backup ${backup} was refused by Velero${wordsAfter(message)}.`,
  'backup-empty': ({ backup }) =>
    `Backup ${backup} completed, but holds nothing.`,
  'backup-in-future': ({ backup, startedAt }) =>
    `Backup ${backup} says that it began at ${startedAt}, which is in the future: a clock is wrong, and nobody knows how old it is.`,
  'backup-out-of-reach': ({ backup, location }) =>
    `Backup ${backup} cannot be restored, because the storage location ${
      location || '(none)'
    } is missing or unavailable.`,
  'not-included': reason =>
    `${subject(reason)} does not include the namespace.`,
  excluded: reason =>
    `${subject(reason)} leaves the namespace out by ${reason.pattern}.`,
  'spec-invalid': ({ problem }) =>
    `Velero refuses the backup: ${quotedWords(problem)}.`,
  'spec-unknown': reason =>
    `What ${object(
      reason,
    )} takes is not known, because the portal does not hold its spec.`,
  'by-label': reason =>
    `${subject(reason)} takes some objects only, by label ${listPhrase(
      reason.selectors,
      'or',
    )}.`,
  'only-kinds': reason =>
    `${subject(reason)} takes only ${listPhrase(reason.kinds, 'and')}.`,
  'without-kinds': reason =>
    `${subject(reason)} leaves out ${listPhrase(reason.kinds, 'and')}.`,
  'cluster-kinds-only': reason =>
    `${subject(reason)} takes nothing that lies in a namespace.`,
  'volumes-off': reason =>
    `${subject(reason)} does not copy what is in volumes.`,
  'volumes-unreachable': reason =>
    `${subject(
      reason,
    )} does not copy what is in volumes, because it leaves out ${listPhrase(
      reason.kinds,
      'and',
    )}.`,
  'volumes-by-policy': reason =>
    `${subject(reason)} leaves the choice of volumes to the policy ${
      reason.policy
    }.`,
};

/**
 * Says a reason in English. It is the one place with these sentences; a translation has an entry for each code.
 *
 * @public
 */
export function sentenceOfReason<TReason extends ProtectionReason>(
  reason: TReason,
): string {
  const say = SENTENCES[reason.code] as (reason: TReason) => string;
  return say(reason);
}

/** The schedule that a reason is about; a backup where it is about no schedule. */
function subject(reason: object): string {
  return 'schedule' in reason ? `Schedule ${reason.schedule}` : 'The backup';
}

function object(reason: object): string {
  return 'schedule' in reason ? `schedule ${reason.schedule}` : 'the backup';
}

function stamp(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

function hintText(hint: string | undefined): string {
  return hint ? `; write ${hint} instead` : '';
}

function wordsAfter(message: string | undefined): string {
  return message ? `: ${quotedWords(message)}` : '';
}
