import { ConflictError, NotFoundError } from '@backstage/errors';
import { ArtifactKind, ArtifactOwner, ArtifactSource, NOUNS } from './Artifact';

/**
 * What Velero says when a backup found its name taken in the store, or could not look. The files of that name are
 * another backup's then, perhaps one of other namespaces.
 */
const NAME_TAKEN = /already exists in object storage/;

/**
 * Gives the backup or restore as the owner of a file.
 *
 * @throws ConflictError for a file that is yet to come, as Velero stores them at the end and never answers a request
 * that was too early
 * @throws NotFoundError for a file that will never be
 */
export function artifactOwnerOf(
  source: ArtifactSource,
  kind: ArtifactKind,
): ArtifactOwner {
  const { type, lifecycle, cluster, veleroNamespace, name, uid } = source;
  const problem = pendingProblem(source) ?? absenceProblem(source);
  if (problem) {
    const { ErrorClass, because } = problem;
    const subject = `${type === 'backup' ? 'Backup' : 'Restore'} '${name}'`;
    const [before, after] = because;
    throw new ErrorClass(`${subject} ${before} no ${NOUNS[kind]}${after}`);
  }
  return {
    type,
    cluster,
    veleroNamespace,
    name,
    uid,
    location: source.location?.name,
    settled: lifecycle === 'finished',
  };
}

interface Problem {
  ErrorClass: typeof ConflictError | typeof NotFoundError;
  /** What is said before and after the file that is not there. */
  because: [before: string, after: string];
}

function pendingProblem({ lifecycle, type }: ArtifactSource) {
  const later = `; Velero stores it when the ${type} ends`;
  const pending: Partial<Record<string, Problem['because']>> = {
    waiting: ['has not begun yet, so it has', later],
    running: ['is still running, so it has', ` yet${later}`],
  };
  const because = pending[lifecycle];
  return because && { ErrorClass: ConflictError, because };
}

function absenceProblem(source: ArtifactSource): Problem | undefined {
  const because = absenceOf(source);
  return because && { ErrorClass: NotFoundError, because };
}

function absenceOf(source: ArtifactSource): Problem['because'] | undefined {
  const { type, outcome, startedAt, failureReason = '' } = source;
  if (outcome === 'invalid') {
    return [
      'was refused by Velero and never ran, so it has',
      '; its validation errors say why',
    ];
  }
  if (outcome !== 'failed') {
    return undefined;
  }
  if (type === 'restore') {
    return ['failed, and Velero stores', ' then; its failure reason says why'];
  }
  if (NAME_TAKEN.test(failureReason)) {
    return [
      'failed because the object store may hold another one of that name, so it has',
      ' of its own',
    ];
  }
  return startedAt ? undefined : ['failed before it began, so it has', ''];
}
