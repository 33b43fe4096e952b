import { RestoreCheck, warn } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';

/** A controller that keeps a namespace as a repository has it undoes what a restore brings, or fights it. */
export function checkGitops({ snapshot }: RestoreCase): RestoreCheck[] {
  return snapshot.pairs.flatMap(({ target: { name, managedBy, proven } }) =>
    proven && managedBy
      ? [
          warn(
            'gitops',
            `Namespace '${name}' is kept by ${managedBy}, which may undo the restore`,
            { subject: name, remedy: 'Pause it while the restore runs' },
          ),
        ]
      : [],
  );
}
