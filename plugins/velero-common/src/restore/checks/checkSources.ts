import { selectsNamespace } from '../../velero/namespaceSelection';
import { nameProblem } from '../nameProblem';
import { ok, RestoreCheck, stop, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';
import { SnapshotPair } from '../RestoreSnapshot';

/** What is taken out of the backup is the requester's, in each cluster that may have put it there. */
export function checkSources(restoreCase: RestoreCase): RestoreCheck[] {
  return restoreCase.snapshot.pairs.map(
    pair =>
      proofProblem(restoreCase, pair) ??
      selectionProblem(restoreCase, pair) ??
      nameFinding(restoreCase, pair),
  );
}

/** One answer for all that is not proven: neither backups of others, nor who made them, are to be found out by asking. */
function proofProblem(
  { snapshot }: RestoreCase,
  pair: SnapshotPair,
): RestoreCheck | undefined {
  const { source, origins } = pair;
  if (snapshot.requester.administrator) {
    return problemForAdministrators(pair);
  }
  return origins.length > 0 && origins.every(({ proven }) => proven)
    ? undefined
    : stop(
        'source',
        `Namespace '${source}' in the backup is not proven to be yours`,
        `It is yours where each cluster that may have made the backup marks '${source}' as owned by you. Wait a minute when the backup, or its storage location, is new; have an administrator of the cluster set the mark. Where the namespace is not there any more, have it made anew with that mark, and an administrator of the portal ask for the restore`,
        source,
      );
}

function problemForAdministrators({
  source,
  origins,
  fromOutside,
}: SnapshotPair): RestoreCheck | undefined {
  if (origins.length === 0) {
    return stop(
      'source',
      `It is not known which cluster's namespace '${source}' is in the backup`,
      fromOutside
        ? 'No cluster of the portal writes to the storage location: have the one that did registered, or an administrator of the portal restore the whole backup'
        : 'Wait until the storage location of the backup has been read',
      source,
    );
  }
  const unproven = origins.find(({ proven }) => !proven);
  return (
    unproven &&
    stop(
      'source',
      `Namespace '${source}' of cluster '${unproven.cluster}' is not marked as anybody's`,
      'Have an administrator of the cluster mark it as owned by somebody. Where it is not there any more, have it made anew with that mark',
      source,
    )
  );
}

function selectionProblem(
  { wish, snapshot: { backup } }: RestoreCase,
  { source }: SnapshotPair,
): RestoreCheck | undefined {
  return !backup || selectsNamespace(backup.selection, source)
    ? undefined
    : stop(
        'source',
        `Backup '${wish.backup.name}' was not made of namespace '${source}'`,
        'Choose a restore point that contains it',
        source,
      );
}

/** Administrators know, or find out, who had the name before. */
function nameFinding(
  { snapshot }: RestoreCase,
  { source, origins }: SnapshotPair,
): RestoreCheck {
  const problem = nameProblem(origins, snapshot.backup);
  if (!problem) {
    return ok('source', `Namespace '${source}' is proven to be yours`, source);
  }
  return snapshot.requester.administrator
    ? warn('source', problem, { subject: source })
    : stop(
        'source',
        problem,
        'Have an administrator of the portal ask for it, who knows whose it was, for it or for the whole backup; or choose a newer restore point',
        source,
      );
}
