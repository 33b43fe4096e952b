import { RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn } from '../__testUtils__/verdictOn';

type Change = (example: RestoreExample) => void;

const withPhase =
  (phase: string): Change =>
  ({ snapshot }) => {
    snapshot.backup!.phase = phase;
  };

describe('checkBackup', () => {
  it.each<[string, Change, string[]]>([
    ['complete', () => {}, ["ok: Backup 'nightly' is complete"]],
    [
      'gone',
      ({ snapshot }) => {
        snapshot.backup = undefined;
      },
      [
        "stop: Backup 'nightly' is not there in cluster 'prod-eu' → Choose another restore point",
      ],
    ],
    [
      'being deleted',
      ({ snapshot }) => {
        snapshot.backup!.deleting = true;
      },
      [
        "stop: Backup 'nightly' is being deleted → Choose another restore point",
      ],
    ],
    [
      'deleting without an end',
      withPhase('Deleting'),
      [
        "stop: Backup 'nightly' is being deleted → Choose another restore point",
      ],
    ],
    [
      'not begun',
      withPhase(''),
      [
        "stop: Backup 'nightly' has not ended yet (New) → Wait for its end, or choose another restore point",
      ],
    ],
    [
      'finalizing',
      withPhase('FinalizingPartiallyFailed'),
      [
        "stop: Backup 'nightly' has not ended yet (FinalizingPartiallyFailed) → Wait for its end, or choose another restore point",
      ],
    ],
    [
      'in a phase of a newer server',
      withPhase('Verifying'),
      [
        "stop: Backup 'nightly' has not ended yet (Verifying) → Wait for its end, or choose another restore point",
      ],
    ],
    [
      'failed',
      withPhase('Failed'),
      [
        "stop: Backup 'nightly' ended as Failed: there is nothing in it that could be restored → Choose another restore point",
      ],
    ],
    [
      'invalid',
      withPhase('FailedValidation'),
      [
        "stop: Backup 'nightly' ended as FailedValidation: there is nothing in it that could be restored → Choose another restore point",
      ],
    ],
    [
      'with errors',
      withPhase('PartiallyFailed'),
      [
        "warn: Backup 'nightly' has errors: parts of it are missing → Look at what it lacks, or choose another restore point",
      ],
    ],
    [
      'with errors where only complete ones are allowed',
      example => {
        withPhase('PartiallyFailed')(example);
        example.policies[0].sources.partiallyFailed = false;
      },
      [
        "stop: Backup 'nightly' has errors, and the policy allows only complete ones → Choose another restore point",
      ],
    ],
    [
      'failed, whatever the policy says of errors',
      example => {
        withPhase('Failed')(example);
        example.policies[0].sources.partiallyFailed = false;
      },
      [
        "stop: Backup 'nightly' ended as Failed: there is nothing in it that could be restored → Choose another restore point",
      ],
    ],
    [
      'expired at this moment',
      ({ snapshot }) => {
        snapshot.backup!.expiresAt = snapshot.now;
      },
      [
        "ok: Backup 'nightly' is complete",
        "stop: Backup 'nightly' has expired at 2026-11-29T12:00:00Z: Velero may delete it at any moment → Choose another restore point",
      ],
    ],
    [
      'about to expire',
      ({ snapshot }) => {
        snapshot.backup!.expiresAt = '2026-11-30T11:59:59Z';
      },
      [
        "ok: Backup 'nightly' is complete",
        "warn: Backup 'nightly' expires at 2026-11-30T11:59:59Z: a decision that takes longer comes too late",
      ],
    ],
    [
      'expiring after any decision',
      ({ snapshot }) => {
        snapshot.backup!.expiresAt = '2026-11-30T12:00:00Z';
      },
      ["ok: Backup 'nightly' is complete"],
    ],
    [
      'without expiration',
      ({ snapshot }) => {
        snapshot.backup!.expiresAt = undefined;
      },
      ["ok: Backup 'nightly' is complete"],
    ],
  ])('judges a backup %s', (_name, change, expected) => {
    expect(findingsOn(change, 'backup')).toEqual(expected);
  });

  it.each<[string, Change, string[]]>([
    ['known', () => {}, ['ok: The data is from 10 hours ago']],
    [
      'not known',
      ({ snapshot }) => {
        snapshot.backup!.startedAt = undefined;
        snapshot.requester.administrator = true;
      },
      ['warn: It is not known how old the data is'],
    ],
    [
      'at the limit',
      ({ policies }) => {
        policies[0].sources.maximumAge = 10 * 3_600_000;
      },
      ['ok: The data is from 10 hours ago'],
    ],
    [
      'above the limit',
      ({ policies }) => {
        policies[0].sources.maximumAge = 10 * 3_600_000 - 1;
      },
      [
        'stop: The data is from 10 hours ago, older than the policy allows → Choose a newer restore point, or ask for an exception to the policy',
      ],
    ],
    [
      'not known where there is a limit',
      ({ policies, snapshot }) => {
        policies[0].sources.maximumAge = 3_600_000;
        snapshot.backup!.startedAt = undefined;
        snapshot.requester.administrator = true;
      },
      [
        'stop: It is not known how old the data is → Choose a newer restore point, or ask for an exception to the policy',
      ],
    ],
  ])('judges an age that is %s', (_name, change, expected) => {
    expect(findingsOn(change, 'backup-age')).toEqual(expected);
  });
});
