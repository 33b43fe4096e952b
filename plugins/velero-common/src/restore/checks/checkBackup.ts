import { meaningOfPhase } from '../../velero/phase';
import { agePhrase } from '../../protection/phrases';
import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';
import { SnapshotBackup } from '../RestoreSnapshot';

const CHOOSE_ANOTHER = 'Choose another restore point';

/** The backup is there, has ended, and holds something. Servers up to 1.18 would restore any. */
export function checkBackup(restoreCase: RestoreCase): RestoreCheck[] {
  const { wish, snapshot } = restoreCase;
  const { backup } = snapshot;
  const { name, cluster } = wish.backup;
  if (!backup) {
    return [
      stop(
        'backup',
        `Backup '${name}' is not there in cluster '${cluster}'`,
        CHOOSE_ANOTHER,
      ),
    ];
  }
  return [
    ...stateFindings(restoreCase, backup),
    ...expiryFindings(restoreCase, backup),
    ...ageFindings(restoreCase, backup),
  ];
}

function stateFindings(
  { wish, policy }: RestoreCase,
  { phase, deleting }: SnapshotBackup,
): RestoreCheck[] {
  const { name } = wish.backup;
  const { lifecycle, outcome } = meaningOfPhase(phase);
  if (deleting || lifecycle === 'deleting') {
    return [
      stop('backup', `Backup '${name}' is being deleted`, CHOOSE_ANOTHER),
    ];
  }
  if (lifecycle !== 'finished') {
    return [
      stop(
        'backup',
        `Backup '${name}' has not ended yet (${phase || 'New'})`,
        'Wait for its end, or choose another restore point',
      ),
    ];
  }
  if (outcome === 'ok') {
    return [ok('backup', `Backup '${name}' is complete`)];
  }
  return outcome === 'partial' && policy.sources.partiallyFailed
    ? [
        warn('backup', `Backup '${name}' has errors: parts of it are missing`, {
          remedy: 'Look at what it lacks, or choose another restore point',
        }),
      ]
    : [
        stop(
          'backup',
          outcome === 'partial'
            ? `Backup '${name}' has errors, and the policy allows only complete ones`
            : `Backup '${name}' ended as ${phase}: there is nothing in it that could be restored`,
          CHOOSE_ANOTHER,
        ),
      ];
}

function expiryFindings(
  { wish, policy, snapshot }: RestoreCase,
  { expiresAt }: SnapshotBackup,
): RestoreCheck[] {
  const left = expiresAt
    ? Date.parse(expiresAt) - Date.parse(snapshot.now)
    : Infinity;
  const { name } = wish.backup;
  if (left <= 0) {
    return [
      stop(
        'backup',
        `Backup '${name}' has expired at ${expiresAt}: Velero may delete it at any moment`,
        CHOOSE_ANOTHER,
      ),
    ];
  }
  return left < policy.expiry
    ? [
        warn(
          'backup',
          `Backup '${name}' expires at ${expiresAt}: a decision that takes longer comes too late`,
        ),
      ]
    : [];
}

function ageFindings(
  { policy, snapshot }: RestoreCase,
  { startedAt }: SnapshotBackup,
): RestoreCheck[] {
  const { maximumAge } = policy.sources;
  const age = startedAt
    ? Date.parse(snapshot.now) - Date.parse(startedAt)
    : undefined;
  if (maximumAge !== undefined && (age === undefined || age > maximumAge)) {
    return [
      stop(
        'backup-age',
        age === undefined
          ? 'It is not known how old the data is'
          : `The data is from ${agePhrase(
              age / 1_000,
            )}, older than the policy allows`,
        'Choose a newer restore point, or ask for an exception to the policy',
      ),
    ];
  }
  return age === undefined
    ? [warn('backup-age', 'It is not known how old the data is')]
    : [ok('backup-age', `The data is from ${agePhrase(age / 1_000)}`)];
}
