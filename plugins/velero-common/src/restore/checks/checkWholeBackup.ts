import { RestoreCheck, stop, warn } from '../RestoreCheck';
import { namespacesToRestore } from '../namespacesToRestore';
import { RestoreCase } from '../RestoreCase';

/** Everything in a backup is for administrators, who say by its name that they mean it. */
export function checkWholeBackup(restoreCase: RestoreCase): RestoreCheck[] {
  const { wish, policy, snapshot } = restoreCase;
  const { wholeBackup, backup } = wish;
  const isNarrow = snapshot.pairs.length > 0;
  if (wholeBackup === undefined) {
    return isNarrow
      ? []
      : [stop('whole-backup', 'No namespace is named', 'Name at least one')];
  }
  if (isNarrow) {
    return [
      stop(
        'whole-backup',
        'A whole backup and single namespaces are asked for at once',
        'Ask for one of them',
      ),
    ];
  }
  if (!snapshot.requester.administrator || !policy.destinations.wholeBackup) {
    return [
      stop(
        'whole-backup',
        'Only administrators may restore a whole backup, and only where the policy lets them',
        'Name the namespaces',
      ),
    ];
  }
  if (wholeBackup !== backup.name) {
    return [
      stop(
        'whole-backup',
        'What was typed is not the name of the backup',
        `Type '${backup.name}'`,
      ),
    ];
  }
  return snapshot.contents.namespaces && isEmpty(restoreCase)
    ? [
        stop(
          'whole-backup',
          `Backup '${backup.name}' holds no namespace but those of the cluster itself`,
          'Nothing of them is restored by way of the portal',
        ),
      ]
    : [
        warn(
          'whole-backup',
          `All of backup '${backup.name}' is restored, into all namespaces that are in it`,
        ),
      ];
}

function isEmpty(restoreCase: RestoreCase): boolean {
  return namespacesToRestore(restoreCase).length === 0;
}
